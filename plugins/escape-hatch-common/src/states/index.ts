export * from './phaseOf';
export * from './RequestAction';
export * from './RequestStatus';
export * from './transitions';

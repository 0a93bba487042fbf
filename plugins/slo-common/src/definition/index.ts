export * from './Indicator';
export * from './PolicyThreshold';
export * from './Problem';
export * from './SloDefinition';
export * from './SloWindow';

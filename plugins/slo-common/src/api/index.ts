export * from './SloApi';
export * from './SloClient';
export * from './SloHistory';
export * from './SloSample';
export * from './SloStatus';

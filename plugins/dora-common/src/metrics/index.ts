export * from './bandLevel';
export * from './frequencyForBand';
export * from './leadTimeHistogram';
export * from './quantile';
export * from './scoreMetrics';
export * from './stageNames';
export * from './summarizeSeconds';
export * from './summarizeStages';

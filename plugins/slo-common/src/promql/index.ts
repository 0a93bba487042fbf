export * from './indicatorFingerprint';
export * from './indicatorSubject';

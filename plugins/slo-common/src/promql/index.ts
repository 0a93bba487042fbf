export * from './indicatorFingerprint';

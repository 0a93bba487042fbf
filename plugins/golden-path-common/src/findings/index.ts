export type { Finding, FindingHatch } from './Finding';
export type { RenderedManifest, ValidationReport } from './ValidationReport';

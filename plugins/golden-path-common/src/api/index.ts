export type { GoldenPathApi, GoldenPathRequestOptions } from './GoldenPathApi';
export { GoldenPathClient } from './GoldenPathClient';
export type { Provenance } from './Provenance';
export type {
  CheckedFile,
  FileOwnership,
  TemplateCheck,
  TemplateCheckRequest,
} from './TemplateCheck';

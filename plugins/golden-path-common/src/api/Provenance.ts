import type { FileOwnership } from './TemplateCheck';

/**
 * Content of `.golden-path.json` in a service's repository: where its files come from.
 *
 * @public
 */
export interface Provenance {
  /** Name of the template. */
  template: string;
  /** Semantic version of the template. */
  version: string;
  /** SHA-256 of the template's files, as `sha256:` and hex digits. */
  digest: string;
  /** What the wizard asked, without secrets. */
  answers: Record<string, unknown>;
  /** By path in the repository. */
  files: Record<string, { sha256: string; ownership: FileOwnership }>;
}

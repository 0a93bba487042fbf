import type { ValidationReport } from '../findings';

/**
 * Which template to try out, with which answers.
 *
 * @public
 */
export interface TemplateCheckRequest {
  /** Full ref of the template. */
  templateRef: string;
  /** What the wizard asked, by parameter. */
  values: Record<string, unknown>;
}

/**
 * What a template would make of the answers. Nothing was written anywhere.
 *
 * @public
 */
export interface TemplateCheck {
  /** Name and version of the template; the version is null where the template names none. */
  template: { name: string; version: string | null };
  /** All files that would be made, by path. */
  files: CheckedFile[];
  /** Null where the template has no `golden-path:validate` step. */
  validation: ValidationReport | null;
  /** How long it took. */
  seconds: number;
}

/**
 * A file that a template would make.
 *
 * @public
 */
export interface CheckedFile {
  /** From the workspace: `orders-api/src/server.ts`, `gitops/environments/staging/orders-api/values.yaml`. */
  path: string;
  /** Null where it is binary. */
  content: string | null;
  /** Who owns it afterwards, after `.golden-path.json`: null where that does not list it. */
  ownership: FileOwnership | null;
}

/**
 * Who changes a file after its creation: the golden path alone, both, or the team alone.
 *
 * @public
 */
export type FileOwnership = 'managed' | 'merge' | 'seed';

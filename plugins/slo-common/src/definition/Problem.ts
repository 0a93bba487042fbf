/**
 * Something wrong, or worth a warning, in an SLO document.
 *
 * @public
 */
export interface Problem {
  severity: 'error' | 'warning';
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Place in the document's structure, such as `slos[0].target`; empty for the whole document. */
  path: string;
  /** What was expected and what was found. */
  message: string;
}

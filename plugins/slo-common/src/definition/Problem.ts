/**
 * Something wrong, or worth a warning, in an SLO document.
 *
 * @public
 */
export interface Problem {
  /** An SLO with an error is left out; a warning leaves it in. */
  severity: 'error' | 'warning';
  /** Name of the document, as it was handed over. */
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

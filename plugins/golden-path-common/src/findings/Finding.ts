/**
 * Something that a check of the golden path found in a file.
 *
 * @public
 */
export interface Finding {
  /** Path from the workspace, whose folders are the service repository and `gitops`: `orders-api/Dockerfile`. */
  file: string;
  /** From 1; 1 where it is about the whole file. */
  line: number;
  /** Id of the rule; that of an escape hatch's rule where the rule can be left with one. */
  rule: string;
  /** An error holds the creation until it is corrected or waived; a warning does not. */
  severity: 'error' | 'warning';
  /** What is wrong, with what was found and what was expected. */
  message: string;
  /** What to do, in the imperative. */
  fix: string;
  /** The active escape hatch that waives it. */
  hatch?: FindingHatch;
}

/**
 * The escape hatch that waives a finding.
 *
 * @public
 */
export interface FindingHatch {
  /** Of the request. */
  id: string;
  /** Instant, RFC 3339. */
  expiresAt: string;
}

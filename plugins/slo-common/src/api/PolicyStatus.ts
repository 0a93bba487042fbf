import type { PolicyThreshold } from '../definition/PolicyThreshold';

/**
 * The step of an error budget policy that holds now.
 *
 * @public
 */
export interface ActivePolicy extends PolicyThreshold {
  /** RFC 3339 instant at which its threshold was passed. */
  since: string;
}

/**
 * The error budget policy of an SLO, and what it asks for now.
 *
 * @public
 */
export interface PolicyStatus {
  /** All steps, ascending by threshold. */
  thresholds: PolicyThreshold[];
  /** The highest step that holds; null where none does. */
  active: ActivePolicy | null;
  /** True where the document has no policy and the configured one stands in. */
  inherited: boolean;
}

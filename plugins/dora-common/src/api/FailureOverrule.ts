/**
 * What a person says about a deployment; it prevails over every rule.
 *
 * @public
 */
export interface FailureOverrule {
  /** The deployment that it is about. */
  deploymentId: string;
  /** Whether it failed. */
  failed: boolean;
  /** What made it fail; one of the two. */
  cause?: { incidentId?: string; deploymentId?: string };
  /** Why; kept for ever. */
  reason: string;
}

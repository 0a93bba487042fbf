/**
 * Rules that {@link checkWorkload} knows; the ids are those of the escape hatches.
 *
 * @public
 */
export type PolicyRule =
  | 'resource-limits'
  | 'probes'
  | 'privileged-container'
  | 'read-only-root'
  | 'security-context'
  | 'image-source';

/**
 * Where a workload leaves a policy.
 *
 * @public
 */
export interface PolicyViolation {
  /** Id of the rule; that of the escape hatch's rule. */
  rule: PolicyRule;
  /**
   * From the manifest's root, such as `spec.template.spec.containers[0].resources.limits.memory`. What is missing is named
   * too: it may not be there.
   */
  path: string;
  /** Name of the container; absent where it is about the whole pod or the container has none. */
  container?: string;
  /** What was found and what was expected. */
  message: string;
  /** What to do, in the imperative. */
  fix: string;
}

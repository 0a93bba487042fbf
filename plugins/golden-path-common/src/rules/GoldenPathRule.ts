/**
 * A rule of the golden path that files are checked for.
 *
 * @public
 */
export interface GoldenPathRule {
  /** As findings, policies and escape hatches name it. */
  id: GoldenPathRuleId;
  /** In a few words. */
  title: string;
  /** What holds where the rule is kept, and what for. */
  description: string;
  /** Whether an escape hatch can waive it. */
  waivable: boolean;
  /** URL of its documentation: what is checked, why, and how to keep it. */
  docs: string;
}

/**
 * Ids of all rules that the checks of the golden path know.
 *
 * @public
 */
export type GoldenPathRuleId =
  | 'resource-limits'
  | 'probes'
  | 'privileged-container'
  | 'read-only-root'
  | 'security-context'
  | 'image-source'
  | 'default-deny-network'
  | 'image-scan-critical'
  | 'terraform-only'
  | 'slo-required'
  | 'drift-detection'
  | 'values-schema'
  | 'kubernetes-schema'
  | 'workflow-lint'
  | 'hcl-reference'
  | 'dockerfile'
  | 'slo-document'
  | 'slo-latency-bucket'
  | 'catalog-info'
  | 'yaml-syntax';

/** What a check behind a rule said of a service. */
export interface CheckResult {
  /** Full ref in lower case. */
  entityRef: string;
  /** Id of the rule. */
  rule: string;
  /** Without regard to an exemption. */
  passes: boolean;
  /** ms */
  observedAt: number;
}

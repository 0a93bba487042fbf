import type { AskedTarget } from '../targets';

/**
 * Asks whether rules are left for a service.
 *
 * @public
 */
export interface EvaluationQuery {
  /** Full entity ref. */
  entityRef: string;
  /** Left out, only hatches for all environments count. */
  environment?: string;
  /** Ids or aliases of rules. */
  rules: string[];
  /** Left out, only hatches without a machine target count. */
  target?: AskedTarget;
}

/**
 * The answer for one rule.
 *
 * @public
 */
export interface EvaluationResult {
  /** As asked. */
  rule: string;
  /** `exempt`: an active escape hatch lets it through. */
  result: 'required' | 'exempt';
  /** Id of the hatch; of several the one with the latest expiry. */
  hatch?: string;
  /** Its number. */
  number?: number;
  /** Its end, RFC 3339. */
  expiresAt?: string;
  /** Days left, floored. */
  daysLeft?: number;
}

/**
 * The answers, in the order of the rules asked for.
 *
 * @public
 */
export interface Evaluation {
  /** RFC 3339 */
  at: string;
  /** One per rule. */
  results: EvaluationResult[];
}

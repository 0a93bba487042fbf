import type { RiskLevel } from './EscapeHatchDraft';

/**
 * A stage as configured.
 *
 * @public
 */
export interface RuleStage {
  /** Unique in its list. */
  id: string;
  /** For people. */
  title: string;
  /** Full refs of groups or users; `owner` is the owner of the request's entity. */
  approvers: string[];
  /** Takes the place of approvers that are empty or gone, the first that is not. */
  fallback: string[];
}

/**
 * A golden-path rule that may, or may not, be left.
 *
 * @public
 */
export interface EscapeHatchRule {
  /** Stable, such as `privileged-container`. */
  id: string;
  /** For people. */
  title: string;
  /** What the rule asks for and why. */
  description: string;
  /** Whether it may be left at all. */
  waivable: boolean;
  /** Longest time in days. */
  maxDays: number;
  /** Old ids that mean it as well. */
  aliases: string[];
  /** Who approves, in their order. */
  stages: Record<RiskLevel, RuleStage[]>;
  /** Names of the policies that enforce it. */
  policies: {
    /** Kinds of Gatekeeper constraints. */
    gatekeeper: string[];
    /** Kyverno policies with their rules. */
    kyverno: { policy: string; rules: string[] }[];
  };
  /** Whether the ids of vulnerabilities are what is left. */
  vulnerabilities: boolean;
}

/**
 * A rule with how often it is left now.
 *
 * @public
 */
export interface RuleInUse extends EscapeHatchRule {
  /** Active hatches and distinct owners. */
  inUse: { active: number; owners: number };
}

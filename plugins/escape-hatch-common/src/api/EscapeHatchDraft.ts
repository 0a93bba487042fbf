import type { HatchTarget } from '../targets';

/**
 * How much can go wrong; it decides who approves.
 *
 * @public
 */
export type RiskLevel = 'low' | 'medium' | 'high';

/**
 * What people say in a request.
 *
 * @public
 */
export interface RequestContent {
  /** Ids of the rules to be left, 1 to 10. */
  rules: string[];
  /** Why it is needed. Plain text, up to 10,000 characters. */
  justification: string;
  /** What can go wrong. Plain text. */
  riskAssessment: string;
  /** What protects instead. Plain text. */
  mitigations: string;
  /** Decides who approves. */
  riskLevel: RiskLevel;
  /** `mitigated`: something else gives the protection. */
  category: 'waiver' | 'mitigated';
  /** Begin, RFC 3339; left out: on approval. */
  startsAt?: string;
  /** End, RFC 3339, exclusive. */
  expiresAt: string;
  /** Where it opens the gate; left out: everywhere. */
  target?: HatchTarget;
}

/**
 * Body of a new request.
 *
 * @public
 */
export interface EscapeHatchDraft
  extends Omit<RequestContent, 'startsAt' | 'expiresAt'> {
  /** Full entity ref of the service. */
  entityRef: string;
  /** An instant, or a day (`YYYY-MM-DD`) whose beginning is meant, in the configured zone. */
  startsAt?: string;
  /** An instant, or a day (`YYYY-MM-DD`) whose end is meant, in the configured zone. */
  expiresAt: string;
  /** Submits it at once. */
  submit?: boolean;
}

/**
 * Body of an edit. A field that is left out stays as it is; `null` takes an optional one away.
 *
 * @public
 */
export interface EscapeHatchEdit
  extends Partial<
    Omit<EscapeHatchDraft, 'entityRef' | 'submit' | 'startsAt' | 'target'>
  > {
  /** The version that was edited. */
  expectedVersion: number;
  /** As in the draft. */
  startsAt?: string | null;
  /** Replaces the whole target. */
  target?: HatchTarget | null;
  /** Shown in the timeline. */
  comment?: string;
}

import type {
  RequestAction,
  RequestFlag,
  RequestPhase,
  RequestStatus,
  TransitionAction,
} from '../states';
import type { RequestContent } from './EscapeHatchDraft';

/**
 * What one person decided on a stage.
 *
 * @public
 */
export interface StageDecision {
  /** Full ref of the user. */
  by: string;
  /** RFC 3339 */
  at: string;
  /** A stage keeps only approvals; another outcome ends the round. */
  outcome: 'approved';
  /** Plain text. */
  comment?: string;
  /** Everybody who was in the stage's resolved set then. */
  resolvedFrom: string[];
  /** Why this person might decide: a sentence that names the group. */
  reason: string;
}

/**
 * Somebody of a stage's resolved set.
 *
 * @public
 */
export interface StageCandidate {
  /** Full ref of the user. */
  ref: string;
  /** Whether this person may decide. */
  eligible: boolean;
  /** Why or why not, a sentence. */
  reason: string;
}

/**
 * One of the approvals that a request needs, in their order.
 *
 * @public
 */
export interface RequestStage {
  /** Unique in the request: `owner`, `platform`, `security` or as configured. */
  id: string;
  /** For people. */
  title: string;
  /** Full refs of the users who are in the stage's resolved set now. */
  approvers: string[];
  /** The groups and users that the set is made of, with what took their place where they are empty or gone. */
  resolvedFrom: string[];
  /** Whether a fallback takes the place of what was configured. */
  fallback: boolean;
  /** The approval, once there is one. */
  decision?: StageDecision;
  /** The resolved set with who may decide and why; in the answer to one request, not in lists. */
  candidates?: StageCandidate[];
}

/**
 * One transition of a request.
 *
 * @public
 */
export interface TimelineEntry {
  /** RFC 3339 */
  at: string;
  /** Full user ref, or `portal`. */
  actor: string;
  /** What was done. */
  action: TransitionAction;
  /** The request's version after it. */
  version: number;
  /** Plain text. */
  comment?: string;
  /** Id of the stage that was decided. */
  stage?: string;
  /** Names of the fields that an edit changed, such as `mitigations` or `target.namespace`. */
  changed?: string[];
  /** How many approvals it cleared. */
  cleared?: number;
  /** How a quarterly review ended. */
  outcome?: 'keep' | 'shorten';
}

/**
 * Where an approved request is to be found, and where not and why.
 *
 * @public
 */
export interface RequestConsumer {
  /** Kind of consumer. */
  id: 'opa' | 'conftest' | 'gate' | 'gatekeeper' | 'kyverno' | 'trivy';
  /** Whether it carries the request once that is active. */
  carries: boolean;
  /** One line: what it is bound to, or why it is not there. */
  message: string;
}

/**
 * A request for an escape hatch and, once approved, the escape hatch.
 *
 * @public
 */
export interface EscapeHatchRequest extends RequestContent {
  /** Opaque and stable. */
  id: string;
  /** For people: `#14`. */
  number: number;
  /** Goes up by one with every transition and edit. */
  version: number;
  /** What is stored. */
  status: RequestStatus;
  /** What it is now. */
  phase: RequestPhase;
  /** What else is to be known now. */
  flags: RequestFlag[];
  /** Full ref of the service. */
  entityRef: string;
  /** The catalog's uid of the service when it was asked for. */
  entityUid: string;
  /** Full refs of the owners that the request is bound to. */
  owners: string[];
  /** Full ref of the user. */
  requester: string;
  /** In their order; of a draft, those that its submission would need. */
  stages: RequestStage[];
  /** The stage that waits; null unless it is submitted. */
  currentStage: string | null;
  /** Since when the current stage waits, RFC 3339. */
  waitingSince?: string;
  /** Exactly what the caller may do now. */
  allowedActions: RequestAction[];
  /** Of the other actions: why not, a sentence. */
  denied: Partial<Record<RequestAction, string>>;
  /** Oldest first; in the answer to one request, not in lists. */
  timeline?: TimelineEntry[];
  /** RFC 3339 */
  createdAt: string;
  /** When it was last submitted, RFC 3339. */
  submittedAt?: string;
  /** When the last stage approved, RFC 3339. */
  approvedAt?: string;
  /** When it begins to count, RFC 3339; once approved. */
  activeFrom?: string;
  /** The latest end that its rules allow, RFC 3339. */
  latestExpiry: string;
  /** Days left, floored; of an active or scheduled one. */
  daysLeft?: number;
  /** Id and number of the request that it renews. */
  renewalOf?: { id: string; number: number };
  /** Which of a chain of renewals it is, from 1. */
  chainLength: number;
  /** Id and number of the renewal that took its place. */
  supersededBy?: { id: string; number: number };
  /** When a gate last asked and was let through by it, RFC 3339. */
  lastUsedAt?: string;
  /** Where it is enforced. */
  consumers: RequestConsumer[];
  /** IANA zone of days: an end at its midnight is the end of the day before, such as `Europe/London`. */
  timeZone: string;
  /** When it lapses without a decision, RFC 3339. */
  lapsesAt?: string;
  /** When its quarterly review is due, RFC 3339; of an active one. */
  reviewDueAt?: string;
  /** Until when the new owner has to confirm it, RFC 3339. */
  confirmBy?: string;
  /** When it was revoked, RFC 3339. */
  revokedAt?: string;
  /** Of a revoked one: the newest lease that may still be out, RFC 3339. */
  honouredUntil?: string;
  /** The issue in the platform repository that mirrors it. */
  issueUrl?: string;
}

/**
 * What a version of a request said.
 *
 * @public
 */
export interface RequestVersion {
  /** The version that it came with. */
  version: number;
  /** RFC 3339 */
  at: string;
  /** Full user ref. */
  actor: string;
  /** What was done. */
  action: TransitionAction;
  /** All that people say. */
  content: RequestContent;
}

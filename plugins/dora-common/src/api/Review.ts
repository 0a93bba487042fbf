import type { Bottleneck, DoraMetrics } from './DoraMetrics';
import type { Page } from './Page';

/**
 * What a review decided to do.
 *
 * @public
 */
export interface ReviewAction {
  /** Opaque and stable. */
  id: string;
  /** One line for people. */
  title: string;
  /** Full entity ref of a user or group. */
  owner: string;
  /** `YYYY-MM-DD`; due at the end of that day. */
  dueDate: string;
  /** How it stands. */
  state: 'open' | 'done' | 'not-done';
  /** Open after its due date. */
  overdue: boolean;
  /** RFC 3339 */
  doneAt?: string;
  /** Whether it worked, said in the next review. */
  outcome?: 'worked' | 'no-effect';
  /** The number it was to change, and what became of it; a sentence each. */
  before?: string;
  /** What became of that number. */
  after?: string;
}

/**
 * The numbers of a period as they were when they were frozen; later events do not change them.
 *
 * @public
 */
export interface FrozenMetrics {
  /** Beginning, RFC 3339. */
  from: string;
  /** End, RFC 3339; not in the window. */
  to: string;
  /** How often is deployed. */
  deploymentFrequency: DoraMetrics['deploymentFrequency'];
  /** How long changes take to reach production. */
  changeLeadTime: DoraMetrics['changeLeadTime'];
  /** How often a deployment makes a recovery necessary. */
  changeFailRate: DoraMetrics['changeFailRate'];
  /** How long recoveries take. */
  failedDeploymentRecoveryTime: DoraMetrics['failedDeploymentRecoveryTime'];
  /** How much of deploying is unplanned. */
  deploymentReworkRate: DoraMetrics['deploymentReworkRate'];
  /** How long incidents last. */
  timeToRestore: DoraMetrics['timeToRestore'];
  /** Where lead time goes. */
  stages: DoraMetrics['stages'];
}

/**
 * A monthly review.
 *
 * @public
 */
export interface Review {
  /** Opaque and stable. */
  id: string;
  /** `all` or a full entity ref. */
  scope: string;
  /** `YYYY-MM` */
  month: string;
  /** When the numbers were frozen, RFC 3339. */
  frozenAt: string;
  /** When it was written, RFC 3339. */
  reviewedAt: string;
  /** Full entity ref of the person who wrote it. */
  reviewedBy: string;
  /** The numbers as they were then. */
  metrics: FrozenMetrics;
  /** The stage that costs most; null without shipped changes. */
  bottleneck: Bottleneck | null;
  /** What was said, as plain text. */
  notes: string;
  /** What was decided to do. */
  actions: ReviewAction[];
  /** Made up or replayed. */
  demo: boolean;
}

/**
 * A page of reviews, with the frozen months that wait for theirs.
 *
 * @public
 */
export interface ReviewPage extends Page<Review> {
  /** `YYYY-MM`, newest first, at most twelve. */
  ready: string[];
}

/**
 * A weekly snapshot of a group.
 *
 * @public
 */
export interface Snapshot {
  /** Opaque and stable. */
  id: string;
  /** `all` or a full entity ref. */
  scope: string;
  /** Monday of the ISO week, `YYYY-MM-DD`. */
  week: string;
  /** When the numbers were frozen, RFC 3339. */
  frozenAt: string;
  /** The numbers as they were then. */
  metrics: FrozenMetrics;
  /** The stage that costs most; null without shipped changes. */
  bottleneck: Bottleneck | null;
}

import type { Bottleneck, DoraMetrics } from './DoraMetrics';
import type { Page } from './Page';

/**
 * What a review decided to do.
 *
 * @public
 */
export interface ReviewAction {
  id: string;
  title: string;
  /** Full entity ref of a user or group. */
  owner: string;
  /** `YYYY-MM-DD`; due at the end of that day. */
  dueDate: string;
  state: 'open' | 'done' | 'not-done';
  /** Open after its due date. */
  overdue: boolean;
  /** RFC 3339 */
  doneAt?: string;
  outcome?: 'worked' | 'no-effect';
  /** The number it was to change, and what became of it; a sentence each. */
  before?: string;
  after?: string;
}

/**
 * The numbers of a period as they were when they were frozen; later events do not change them.
 *
 * @public
 */
export interface FrozenMetrics {
  from: string;
  to: string;
  deploymentFrequency: DoraMetrics['deploymentFrequency'];
  changeLeadTime: DoraMetrics['changeLeadTime'];
  changeFailRate: DoraMetrics['changeFailRate'];
  failedDeploymentRecoveryTime: DoraMetrics['failedDeploymentRecoveryTime'];
  deploymentReworkRate: DoraMetrics['deploymentReworkRate'];
  timeToRestore: DoraMetrics['timeToRestore'];
  stages: DoraMetrics['stages'];
}

/**
 * A monthly review.
 *
 * @public
 */
export interface Review {
  id: string;
  scope: string;
  /** `YYYY-MM` */
  month: string;
  frozenAt: string;
  reviewedAt: string;
  reviewedBy: string;
  metrics: FrozenMetrics;
  bottleneck: Bottleneck | null;
  notes: string;
  actions: ReviewAction[];
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
  id: string;
  scope: string;
  /** Monday of the ISO week, `YYYY-MM-DD`. */
  week: string;
  frozenAt: string;
  metrics: FrozenMetrics;
  bottleneck: Bottleneck | null;
}

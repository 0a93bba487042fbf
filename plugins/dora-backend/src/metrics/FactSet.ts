import type { StageName } from '@golden-path/backstage-plugin-dora-common';

/** Numbers that are summed and merged without conversion. */
export type Numbers = Float64Array | Uint32Array;

/** Counts of facts, which add up over services and time. */
export interface FactCounts {
  /** Successful production deployments, in the sense of the metrics. */
  deployments: number;
  /** Those of them that are rollbacks, and so can be no failed change. */
  rollbacks: number;
  /** Those of them that are no rollbacks and failed. */
  failed: number;
  /** Those of them that were not planned. */
  rework: number;
  /** Shipped changes of which no source told when they were opened. */
  openingUnknown: number;
  /** Shipped changes with a commit that was authored long before. */
  oldCommits: number;
  /** Rollouts, in any environment, of builds of unmerged branches. */
  branchBuilds: number;
  /** Production deployments whose version names no known commit. */
  unresolved: number;
  /** Facts that are made up or replayed. */
  demo: number;
}

/** The facts of a scope in a stretch of time, pooled: medians over it are exact. */
export interface FactSet {
  counts: FactCounts;
  /** Lead times of shipped changes, in seconds. */
  lead: Numbers;
  /** Stages of shipped changes, in seconds; of those that have the stage. */
  stages: Record<StageName, Numbers>;
  /** When failed deployments that recovered in this stretch had finished, and when they recovered; ms, pairwise. */
  recoveries: { startedAt: Numbers; endedAt: Numbers };
}

/** The counts in the order in which rollups store them; only ever appended to. */
export const countNames: readonly (keyof FactCounts)[] = [
  'deployments',
  'rollbacks',
  'failed',
  'rework',
  'openingUnknown',
  'oldCommits',
  'branchBuilds',
  'unresolved',
  'demo',
];

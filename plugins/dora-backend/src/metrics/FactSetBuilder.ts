import {
  stageNames,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import type { DeploymentFact, RecoveryFact, ShippedFact } from './FactRows';
import { countNames, type FactCounts, type FactSet } from './FactSet';

/** Pools rows of facts. */
export class FactSetBuilder {
  readonly #counts = Object.fromEntries(
    countNames.map(name => [name, 0]),
  ) as unknown as FactCounts;
  readonly #lead: number[] = [];
  readonly #stages = Object.fromEntries(
    stageNames.map(name => [name, []]),
  ) as unknown as Record<StageName, number[]>;
  readonly #startedAt: number[] = [];
  readonly #endedAt: number[] = [];

  addDeployment(row: DeploymentFact): void {
    const counts = this.#counts;
    if (row.counted) {
      counts.deployments++;
      counts.rollbacks += Number(row.rollback);
      counts.failed += Number(row.failed && !row.rollback);
      counts.rework += Number(row.rework);
    }
    if (row.flags.includes('unmerged-build')) {
      counts.branchBuilds++;
    }
    if (row.production && row.flags.includes('unresolved-version')) {
      counts.unresolved++;
    }
    counts.demo += Number(row.demo);
  }

  addRecovery(row: RecoveryFact): void {
    this.#startedAt.push(row.finishedAt);
    this.#endedAt.push(row.recoveredAt);
  }

  addShipped(row: ShippedFact): void {
    this.#lead.push(row.leadSeconds);
    for (const name of stageNames) {
      const seconds = row.stages[name];
      if (seconds !== null) {
        this.#stages[name].push(seconds);
      }
    }
    this.#counts.openingUnknown += Number(row.openingUnknown);
    this.#counts.oldCommits += Number(row.oldCommit);
  }

  build(): FactSet {
    return {
      counts: this.#counts,
      lead: Float64Array.from(this.#lead),
      stages: Object.fromEntries(
        stageNames.map(name => [name, Float64Array.from(this.#stages[name])]),
      ) as Record<StageName, Float64Array>,
      recoveries: {
        startedAt: Float64Array.from(this.#startedAt),
        endedAt: Float64Array.from(this.#endedAt),
      },
    };
  }
}

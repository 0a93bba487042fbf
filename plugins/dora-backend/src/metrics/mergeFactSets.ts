import {
  stageNames,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import { concatenate } from './concatenate';
import { countNames, type FactCounts, type FactSet } from './FactSet';

/** A set of facts whose arrays may be sorted in place. */
export interface MergedFacts {
  counts: FactCounts;
  lead: Float64Array;
  stages: Record<StageName, Float64Array>;
  recoveries: { startedAt: Float64Array; endedAt: Float64Array };
}

/** Pools sets of facts. */
export function mergeFactSets(sets: FactSet[]): MergedFacts {
  return {
    counts: Object.fromEntries(
      countNames.map(name => [
        name,
        sets.reduce((sum, { counts }) => sum + counts[name], 0),
      ]),
    ) as unknown as FactCounts,
    lead: concatenate(sets.map(({ lead }) => lead)),
    stages: Object.fromEntries(
      stageNames.map(name => [
        name,
        concatenate(sets.map(({ stages }) => stages[name])),
      ]),
    ) as Record<StageName, Float64Array>,
    recoveries: {
      startedAt: concatenate(
        sets.map(({ recoveries }) => recoveries.startedAt),
      ),
      endedAt: concatenate(sets.map(({ recoveries }) => recoveries.endedAt)),
    },
  };
}

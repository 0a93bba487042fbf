import {
  bandLevel,
  frequencyForBand,
  leadTimeHistogram,
  quantile,
  scoreMetrics,
  summarizeSeconds,
  summarizeStages,
  type Band,
  type DoraMetrics,
  type ReportYear,
  type ScoredMetric,
  type Stage,
} from '@golden-path/backstage-plugin-dora-common';
import type { FactCounts } from './FactSet';
import type { FactSlice } from './FactSlice';
import type { LocalCalendar, Span } from './LocalCalendar';
import { mergeFactSets } from './mergeFactSets';
import type { RestoreTimes } from './restoreTimes';

const MS_OF_DAY = 86_400_000;

/** Below it a value is shown as too few, so it gets no band. */
const ENOUGH = 5;

/** The metrics of one window, before anything is compared. */
export interface WindowMetrics {
  deploymentFrequency: Omit<DoraMetrics['deploymentFrequency'], 'previous'>;
  changeLeadTime: Omit<DoraMetrics['changeLeadTime'], 'previous'>;
  changeFailRate: Omit<DoraMetrics['changeFailRate'], 'previous'>;
  failedDeploymentRecoveryTime: Omit<
    DoraMetrics['failedDeploymentRecoveryTime'],
    'previous'
  >;
  deploymentReworkRate: Omit<DoraMetrics['deploymentReworkRate'], 'previous'>;
  timeToRestore: Omit<DoraMetrics['timeToRestore'], 'previous'>;
  stages: Omit<Stage, 'previousShare'>[];
  score: number | null;
  counts: FactCounts;
}

/**
 * Computes the five metrics of a window from pooled facts, as "Where the numbers come from" defines them. A value
 * without anything to divide by is null, never 0.
 *
 * @param slices - local days of the window, and parts of days at its ends
 * @param observedFrom - the scope's first observation, in milliseconds; null for none
 */
export function computeWindow(options: {
  window: Span;
  slices: FactSlice[];
  restore: RestoreTimes;
  observedFrom: number | null;
  calendar: LocalCalendar;
  reportYear: ReportYear;
}): WindowMetrics {
  const { window, slices, calendar } = options;
  const facts = mergeFactSets(slices.map(slice => slice.facts));
  const { deployments, rollbacks, failed, rework } = facts.counts;
  const observed = observedPart(window, options.observedFrom);

  const days = observed && (observed.to - observed.from) / MS_OF_DAY;
  const perDay = days === null ? null : deployments / days;
  const weeks = observed
    ? deploymentDaysPerWeek(calendar.completeWeeks(observed), slices)
    : [];
  const medianDaysPerWeek = quantile(weeks, 0.5);

  const lead = summarizeSeconds(facts.lead);
  const failable = deployments - rollbacks;
  const failRate = failable === 0 ? null : failed / failable;
  const reworkRate = deployments === 0 ? null : rework / deployments;

  const { startedAt, endedAt } = facts.recoveries;
  const recovery = summarizeSeconds(
    endedAt.map((end, index) => (end - startedAt[index]) / 1_000),
  );
  const recoveredHere = startedAt.filter(at => at >= window.from).length;
  const restore = summarizeSeconds(options.restore.seconds);

  const band = (
    metric: ScoredMetric,
    value: number | null,
    n: number,
  ): Band | null => {
    const { reportYear } = options;
    const level = n < ENOUGH ? null : bandLevel({ metric, value, reportYear });
    return level && { level, reportYear };
  };

  return {
    deploymentFrequency: {
      perDay,
      perWeek: perDay === null ? null : perDay * 7,
      medianDaysPerWeek,
      n: deployments,
      band: band(
        'deploymentFrequency',
        frequencyForBand({ medianDaysPerWeek, perDay }),
        deployments,
      ),
    },
    changeLeadTime: {
      ...lead,
      band: band('leadTime', lead.medianSeconds, lead.n),
      histogram: leadTimeHistogram(facts.lead),
    },
    changeFailRate: {
      value: failRate,
      failed,
      n: failable,
      band: band('changeFailRate', failRate, failable),
    },
    failedDeploymentRecoveryTime: {
      meanSeconds: recovery.meanSeconds,
      medianSeconds: recovery.medianSeconds,
      n: recovery.n,
      open: failed - recoveredHere,
      band: band('recoveryTime', recovery.medianSeconds, recovery.n),
    },
    deploymentReworkRate: {
      value: reworkRate,
      rework,
      n: deployments,
      band: band('reworkRate', reworkRate, deployments),
    },
    timeToRestore: {
      meanSeconds: restore.meanSeconds,
      medianSeconds: restore.medianSeconds,
      n: restore.n,
      open: options.restore.open,
    },
    stages: summarizeStages(facts.stages),
    score: scoreMetrics({
      leadTime: lead.medianSeconds,
      deploymentFrequency: perDay,
      recoveryTime: recovery.medianSeconds,
      changeFailRate: failRate,
      reworkRate,
      reportYear: 2025,
    }).score,
    counts: facts.counts,
  };
}

/** The part of the window since the first observation; null where there is none. */
function observedPart(window: Span, observedFrom: number | null): Span | null {
  if (observedFrom === null || observedFrom >= window.to) {
    return null;
  }
  return { from: Math.max(window.from, observedFrom), to: window.to };
}

/** For each week, on how many of its days something was deployed; ascending. */
function deploymentDaysPerWeek(weeks: Span[], slices: FactSlice[]): number[] {
  const deployed = slices.filter(({ facts }) => facts.counts.deployments > 0);
  return weeks
    .map(
      week =>
        deployed.filter(({ from }) => from >= week.from && from < week.to)
          .length,
    )
    .sort((a, b) => a - b);
}

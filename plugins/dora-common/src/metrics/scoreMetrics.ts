import type { Score, ScoredMetric, ScoreQuery } from '../api/Score';
import { bandLevel } from './bandLevel';
import { calendarSeconds } from './calendarSeconds';

const METRICS: readonly ScoredMetric[] = [
  'leadTime',
  'deploymentFrequency',
  'recoveryTime',
  'changeFailRate',
  'reworkRate',
];

/**
 * Bands by the clusters of the report year, and the score of dora.dev's quick check
 * (https://dora.dev/quickcheck/, source https://github.com/dora-team/dora.dev/tree/main/svelte/quick-check): each
 * metric is worth 0 to 10, the score is the mean over the metrics that are known. Times and frequencies are answered
 * there in six categories, worth 0, 2, 4, 6, 8 and 10; they meet at an hour (times only), a day, a week, a month and
 * six months, and a value on the border belongs to the better one, but "less than" an hour or a day is less. The
 * rates are worth 10 less ten times the fraction. The rework rate is a question of 2025; before, it is left out.
 *
 * @public
 */
export function scoreMetrics(query: ScoreQuery): Score {
  const { reportYear } = query;
  const known = (metric: ScoredMetric) => query[metric] ?? null;
  const points = METRICS.filter(
    metric => reportYear === 2025 || metric !== 'reworkRate',
  ).flatMap(metric => {
    const value = known(metric);
    return value === null ? [] : [pointsOf(metric, value)];
  });
  return {
    bands: Object.fromEntries(
      METRICS.map(metric => [
        metric,
        bandLevel({ metric, value: known(metric), reportYear }),
      ]),
    ) as Score['bands'],
    score:
      points.length === 0
        ? null
        : points.reduce((sum, value) => sum + value, 0) / points.length,
  };
}

function pointsOf(metric: ScoredMetric, value: number): number {
  switch (metric) {
    case 'changeFailRate':
    case 'reworkRate':
      return 10 - 10 * Math.min(Math.max(value, 0), 1);
    case 'deploymentFrequency':
      // "Between once per hour and once per day" meets "on demand" at once a day and has nothing else.
      return value === 1 ? 8 : pointsOfTime(86_400 / value, 10);
    default:
      return pointsOfTime(value, 8);
  }
}

/** @param daily - what less than a day is worth */
function pointsOfTime(seconds: number, daily: number): number {
  const { hour, day, week, month, sixMonths } = calendarSeconds;
  if (seconds < hour) {
    return 10;
  }
  if (seconds < day) {
    return daily;
  }
  if (seconds <= week) {
    return 6;
  }
  if (seconds <= month) {
    return 4;
  }
  return seconds <= sixMonths ? 2 : 0;
}

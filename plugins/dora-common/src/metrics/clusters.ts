import type { BandLevel, ReportYear } from '../api/Band';
import type { ScoredMetric } from '../api/Score';
import { calendarSeconds } from './calendarSeconds';

const { hour, day, week, month, sixMonths } = calendarSeconds;

/** Upper limit of a level; `exclusive` for "less than". */
interface Limit {
  level: BandLevel;
  limit: number;
  exclusive?: boolean;
}

/** Limits of the levels above `low`, the best level first; frequencies as their reciprocal, seconds a deployment. */
type Clusters = Record<Exclude<ScoredMetric, 'reworkRate'>, readonly Limit[]>;

/** "Multiple deploys per day": less than a day from one to the next. */
const onDemand = (level: BandLevel): Limit => ({
  level,
  limit: day,
  exclusive: true,
});
const within = (level: BandLevel, limit: number): Limit => ({ level, limit });
const below = (level: BandLevel, limit: number): Limit => ({
  level,
  limit,
  exclusive: true,
});

/**
 * The clusters of the Accelerate State of DevOps reports, chapter "How do you compare?": a survey's groups, with gaps
 * and overlaps between them.
 *
 * - 2021: no frequency between daily and weekly; high, medium and low all have 16–30 % failed changes.
 * - 2022: three clusters without elite; 31–45 % failed changes belong to none.
 * - 2023: medium and low deploy equally often and need equally long; failed changes 5, 10, 15 and 64 %.
 * - 2024: high fails more often (20 %) than medium (10 %), both recover within a day.
 * - 2025: seven archetypes instead of clusters.
 *
 * The reports are at https://dora.dev/research/2021/dora-report/, …/2022/…, …/2023/… and …/2024/…; the last two in
 * short at https://octopus.com/blog/software-delivery-performance-clusters-2023 and
 * https://octopus.com/blog/2024-devops-performance-clusters.
 */
export const clusters: Record<Exclude<ReportYear, 2025>, Clusters> = {
  2021: {
    deploymentFrequency: [
      onDemand('elite'),
      within('high', month),
      within('medium', sixMonths),
    ],
    leadTime: [
      below('elite', hour),
      within('high', week),
      within('medium', sixMonths),
    ],
    recoveryTime: [
      below('elite', hour),
      below('high', day),
      within('medium', week),
    ],
    changeFailRate: [within('elite', 0.15), within('high', 0.3)],
  },
  2022: {
    deploymentFrequency: [onDemand('high'), within('medium', month)],
    leadTime: [within('high', week), within('medium', month)],
    recoveryTime: [below('high', day), within('medium', week)],
    changeFailRate: [within('high', 0.15), within('medium', 0.3)],
  },
  2023: {
    deploymentFrequency: [
      onDemand('elite'),
      within('high', week),
      within('medium', month),
    ],
    leadTime: [
      below('elite', day),
      within('high', week),
      within('medium', month),
    ],
    recoveryTime: [
      below('elite', hour),
      below('high', day),
      within('medium', week),
    ],
    changeFailRate: [
      within('elite', 0.05),
      within('high', 0.1),
      within('medium', 0.15),
    ],
  },
  2024: {
    deploymentFrequency: [
      onDemand('elite'),
      within('high', week),
      within('medium', month),
    ],
    leadTime: [
      below('elite', day),
      within('high', week),
      within('medium', month),
    ],
    recoveryTime: [below('elite', hour), below('high', day)],
    changeFailRate: [within('elite', 0.05), within('high', 0.2)],
  },
};

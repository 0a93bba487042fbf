import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../format/formatCount';
import { formatDuration } from '../format/formatDuration';
import { FEWEST } from '../metrics/fewest';
import type { MetricName } from '../period/MetricName';
import type { Period } from '../period/Period';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import { periodSpan } from './periodSpan';
import { isMedian, type SeriesStep } from './seriesSteps';
import { isWeekend, stepName } from './stepName';

/** What the picture shows, in words; printed below it, and its name for those who do not see it. */
export function seriesSentence(options: {
  metric: MetricName;
  metrics: DoraMetrics;
  steps: SeriesStep[];
  period: Period;
  t: DoraTranslation;
}): string {
  const { metric, metrics, t } = options;
  const failed = metrics.changeFailRate.failed;
  const { open } = metrics.failedDeploymentRecoveryTime;
  return [
    totals(options),
    highest(options),
    weekends(options),
    metric === 'deploymentFrequency' &&
      failed > 0 &&
      t('chart.told.failedToo', { n: formatCount(failed), count: failed }),
    metric === 'failedDeploymentRecoveryTime' &&
      open > 0 &&
      t('chart.told.open', { n: formatCount(open), count: open }),
  ]
    .filter(Boolean)
    .join(' ');
}

type Options = Parameters<typeof seriesSentence>[0];

/** `139 deployments in 4 weeks, 185 in the 4 weeks before.` */
function totals({ metric, metrics, period, t }: Options): string {
  const span = periodSpan(period, t);
  const text = current(metric, metrics, span, t);
  const before = previous(metric, metrics, t);
  return before === undefined
    ? t('chart.sentence', { text })
    : t('chart.before', { text, value: before, span });
}

function current(
  metric: MetricName,
  metrics: DoraMetrics,
  span: string,
  t: DoraTranslation,
): string {
  const { n: count } = metrics[metric];
  const counted = { n: formatCount(count), count, span };
  switch (metric) {
    case 'deploymentFrequency':
      return t('chart.told.deployments', counted);
    case 'changeLeadTime':
      return t('chart.told.leadTime', {
        ...counted,
        time: formatDuration(metrics[metric].medianSeconds),
      });
    case 'changeFailRate':
      return t('chart.told.failed', {
        ...counted,
        part: formatCount(metrics[metric].failed),
      });
    case 'failedDeploymentRecoveryTime':
      return t('chart.told.recovery', {
        ...counted,
        time: formatDuration(metrics[metric].medianSeconds),
      });
    default:
      return t('chart.told.rework', {
        ...counted,
        part: formatCount(metrics[metric].rework),
      });
  }
}

/** Undefined where the period before has nothing to say. */
function previous(
  metric: MetricName,
  metrics: DoraMetrics,
  t: DoraTranslation,
): string | undefined {
  const before = metrics[metric].previous;
  if (!before) {
    return undefined;
  }
  if ('medianSeconds' in before) {
    return before.n < FEWEST ? undefined : formatDuration(before.medianSeconds);
  }
  if ('value' in before) {
    const part = 'failed' in before ? before.failed : before.rework;
    return t('chart.told.part', {
      part: formatCount(part),
      n: formatCount(before.n),
    });
  }
  return formatCount(before.n);
}

/** `Most on Monday 9 November: 11.` */
function highest({ metric, metrics, steps, t }: Options): string | undefined {
  // One deployment is no peak.
  const least = isMedian(metric) ? 0 : 1;
  const known = steps.filter(
    ({ value, isFew }) => value !== null && value > least && !isFew,
  );
  if (known.length === 0 || steps.length < 2) {
    return undefined;
  }
  const top = known.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a));
  const at = stepName({
    from: top.from,
    granularity: metrics.granularity,
    timeZone: metrics.timeZone,
    t,
  });
  return isMedian(metric)
    ? t('chart.told.longest', { at, value: formatDuration(top.value) })
    : t('chart.told.most', { at, value: formatCount(top.value) });
}

function weekends({ metric, metrics, steps, t }: Options): string | undefined {
  if (metric !== 'deploymentFrequency' || metrics.granularity !== 'day') {
    return undefined;
  }
  const days = steps.filter(({ from }) => isWeekend(from, metrics.timeZone));
  const isQuiet = days.length > 0 && days.every(({ value }) => value === 0);
  const isBusy = steps.some(({ value }) => value);
  return isQuiet && isBusy ? t('chart.told.noWeekends') : undefined;
}

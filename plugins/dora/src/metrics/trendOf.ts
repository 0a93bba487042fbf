import { formatDuration } from '../format/formatDuration';
import { formatNumber } from '../format/formatNumber';
import { formatPercent } from '../format/formatPercent';
import type { MetricName } from '../period/MetricName';
import type { DoraTranslation } from '../translation/useDoraTranslation';

/** The arrow is the direction of the number, the words are the judgement. */
export interface Trend {
  arrow: 'up' | 'down' | 'same' | 'none';
  judgement: 'better' | 'worse' | 'neither';
  text: string;
}

/** How a value compares with the period before; null where one of the two has no value. */
export function trendOf(options: {
  metric: MetricName;
  value: number | null;
  previous: number | null;
  t: DoraTranslation;
}): Trend {
  const { metric, value, previous, t } = options;
  if (value === null || previous === null) {
    return { arrow: 'none', judgement: 'neither', text: t('tile.trend.none') };
  }
  switch (metric) {
    case 'deploymentFrequency':
      return frequencyTrend(value, previous, t);
    case 'changeLeadTime':
    case 'failedDeploymentRecoveryTime':
      return durationTrend(value, previous, t);
    default:
      return rateTrend(value, previous, t);
  }
}

function frequencyTrend(
  value: number,
  previous: number,
  t: DoraTranslation,
): Trend {
  const ratio = value / previous - 1;
  if (Math.abs(ratio) < 0.005) {
    return same(t);
  }
  const change = formatPercent(Math.abs(ratio), 0);
  return ratio > 0
    ? trend('up', 'better', t('tile.trend.more', { change }))
    : trend('down', 'worse', t('tile.trend.fewer', { change }));
}

function durationTrend(
  value: number,
  previous: number,
  t: DoraTranslation,
): Trend {
  const seconds = value - previous;
  // What the two texts cannot tell apart is no change.
  if (formatDuration(value) === formatDuration(previous)) {
    return same(t);
  }
  const change = formatDuration(Math.abs(seconds));
  return seconds > 0
    ? trend('up', 'worse', t('tile.trend.longer', { change }))
    : trend('down', 'better', t('tile.trend.shorter', { change }));
}

function rateTrend(value: number, previous: number, t: DoraTranslation): Trend {
  const points = (value - previous) * 100;
  if (Math.abs(points) < 0.05) {
    return same(t);
  }
  const change = formatNumber(Math.abs(points), { minDigits: 1 });
  const options = { change, count: change === '1.0' ? 1 : 2 };
  return points > 0
    ? trend('up', 'worse', t('tile.trend.up', options))
    : trend('down', 'better', t('tile.trend.down', options));
}

function trend(
  arrow: Trend['arrow'],
  judgement: Trend['judgement'],
  text: string,
): Trend {
  return { arrow, judgement, text };
}

function same(t: DoraTranslation): Trend {
  return trend('same', 'neither', t('tile.trend.same'));
}

import type {
  Band,
  DoraMetrics,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../format/formatDuration';
import { formatPercent } from '../format/formatPercent';
import { formatRate } from '../format/formatRate';
import type { MetricName } from '../period/MetricName';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import { FEWEST } from './fewest';
import { tileFoot } from './tileFoot';
import { type Trend, trendOf } from './trendOf';

/** What a tile says. */
export interface TileView {
  /** `5.0`, `22 h 10 min`, `4.3 %`; `–` for what has no value, undefined below five. */
  value?: string;
  /** `per day` */
  unit?: string;
  band: Band | null;
  /** Why there is no value. */
  why?: string;
  trend: Trend;
  /** `n`, and what belongs to it. */
  foot: string;
}

export function tileView(
  metric: MetricName,
  metrics: Pick<DoraMetrics, MetricName>,
  t: DoraTranslation,
): TileView {
  const current = metrics[metric];
  const { previous } = current;
  const foot = tileFoot(metric, metrics, t);
  const isNothing = current.n === 0 && !('open' in current && current.open > 0);
  if (isNothing || current.n < FEWEST) {
    return {
      value: isNothing ? '–' : undefined,
      why: isNothing ? t(`tile.nothing.${metric}`) : t('tile.noValue'),
      band: null,
      trend: trendOf({ metric, value: null, previous: null, t }),
      foot,
    };
  }
  const value = numberOf(current);
  return {
    value: textOf(metric, value),
    unit: metric === 'deploymentFrequency' ? t('tile.perDay') : undefined,
    band: current.band,
    trend: trendOf({
      metric,
      value,
      previous: previous && previous.n >= FEWEST ? numberOf(previous) : null,
      t,
    }),
    foot,
  };
}

type Values = NonNullable<DoraMetrics[MetricName]['previous']>;

function numberOf(metric: Values): number | null {
  if ('perDay' in metric) {
    return metric.perDay;
  }
  return 'medianSeconds' in metric ? metric.medianSeconds : metric.value;
}

function textOf(metric: MetricName, value: number | null): string {
  switch (metric) {
    case 'deploymentFrequency':
      return formatRate(value);
    case 'changeLeadTime':
    case 'failedDeploymentRecoveryTime':
      return formatDuration(value);
    default:
      return formatPercent(value);
  }
}

import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../format/formatCount';
import { formatDuration } from '../format/formatDuration';
import { formatRate } from '../format/formatRate';
import type { MetricName } from '../period/MetricName';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import { FEWEST } from './fewest';

/** `median, n = 257 changes · p90 12 d 8 h`: what the number above is made of. */
export function tileFoot(
  metric: MetricName,
  metrics: Pick<DoraMetrics, MetricName>,
  t: DoraTranslation,
): string {
  const { n } = metrics[metric];
  const counted = { n: formatCount(n), count: n };
  switch (metric) {
    case 'deploymentFrequency': {
      const text = t('tile.foot.deployments', counted);
      const { perWeek } = metrics.deploymentFrequency;
      return n < FEWEST
        ? text
        : t('tile.foot.perWeek', { text, rate: formatRate(perWeek) });
    }
    case 'changeLeadTime': {
      const text = t('tile.foot.changes', counted);
      const p90 = formatDuration(metrics.changeLeadTime.p90Seconds);
      return n < FEWEST ? text : t('tile.foot.p90', { text, p90 });
    }
    case 'changeFailRate':
      return t('tile.foot.failed', {
        text: t('tile.foot.deployments', counted),
        failed: formatCount(metrics.changeFailRate.failed),
      });
    case 'failedDeploymentRecoveryTime': {
      const text = t('tile.foot.recoveries', counted);
      const whole = n < FEWEST ? text : t('tile.foot.median', { text });
      const { open } = metrics.failedDeploymentRecoveryTime;
      return open === 0
        ? whole
        : t('tile.foot.open', { text: whole, open: formatCount(open) });
    }
    default:
      return t('tile.foot.rework', {
        text: t('tile.foot.deployments', counted),
        rework: formatCount(metrics.deploymentReworkRate.rework),
      });
  }
}

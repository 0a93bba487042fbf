import type { ChangeLeadTime } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../format/formatCount';
import { formatDuration } from '../format/formatDuration';
import type { DoraTranslation } from '../translation/useDoraTranslation';

const WEEK = 7 * 24 * 3600;

/** What the distribution shows, in words. */
export function leadTimesSentence(
  leadTime: ChangeLeadTime,
  t: DoraTranslation,
): string {
  const { medianSeconds, p90Seconds, n, histogram } = leadTime;
  const long = histogram
    .filter(({ fromSeconds }) => fromSeconds >= WEEK)
    .reduce((sum, bucket) => sum + bucket.n, 0);
  return [
    t('chart.leadTimes.sentence', {
      median: formatDuration(medianSeconds),
      p90: formatDuration(p90Seconds),
    }),
    long === 0
      ? t('chart.leadTimes.noneOverWeek')
      : t('chart.leadTimes.overWeek', {
          n: formatCount(long),
          total: formatCount(n),
          count: long,
        }),
  ].join(' ');
}

import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatNumber } from '../format/formatNumber';
import { formatWrittenPercent } from '../format/formatPercent';
import { formatSpan } from '../format/formatDuration';
import { formatThreshold } from '../format/formatThreshold';
import type { SloTranslation } from '../translation/useSloTranslation';
import { windowSeconds } from './windowSeconds';

const COMPARISONS = { lt: '<', lte: '≤', gt: '>', gte: '≥' };

/** What is promised, in one line: `99.5 % of requests succeed · 30 d`. */
export function objectiveSentence(slo: SloStatus, t: SloTranslation): string {
  const { form, subject, thresholdSeconds, sliceSeconds, op, value } =
    slo.indicator;
  const objective = formatWrittenPercent(slo.objective);
  const window = formatSpan(windowSeconds(slo.window));
  const counted = subject ?? t('card.objective.subject');
  if (form === 'ratio') {
    return t('card.objective.ratio', { objective, subject: counted, window });
  }
  if (form === 'latency') {
    return t('card.objective.latency', {
      objective,
      subject: counted,
      threshold: formatThreshold(thresholdSeconds),
      window,
    });
  }
  return t('card.objective.slices', {
    objective,
    slice:
      sliceSeconds === undefined
        ? t('card.objective.timeSlices')
        : formatSpan(sliceSeconds),
    condition:
      op === undefined || value === undefined
        ? t('card.objective.target')
        : `${COMPARISONS[op]} ${formatNumber(value, { maxDigits: 6 })}`,
    window,
  });
}

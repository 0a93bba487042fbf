import type { SloDefinition } from '@golden-path/backstage-plugin-slo-common';
import { formatNumber } from '../../format/formatNumber';
import { formatSpan } from '../../format/formatDuration';
import { formatThreshold } from '../../format/formatThreshold';
import { useSloTranslation } from '../../translation/useSloTranslation';

/** How the expressions came about, and how to say it otherwise. */
export function IndicatorNote({ definition }: { definition: SloDefinition }) {
  const t = useSloTranslation();
  const { indicator, sliceSeconds, location } = definition;
  if (indicator.form === 'slices') {
    return (
      <p>
        {t('tab.definition.slices', {
          slice: sliceSeconds === undefined ? '' : formatSpan(sliceSeconds),
          op: t(`tab.definition.op.${indicator.op}`),
          value: formatNumber(indicator.value, { maxDigits: 6 }),
        })}
      </p>
    );
  }
  if (!indicator.inferred) {
    return null;
  }
  const keys = { good: <code>good</code>, total: <code>total</code> };
  if (location.indicatorLine === undefined) {
    return <p>{t('tab.definition.inferredSomewhere', keys)}</p>;
  }
  const line = String(location.indicatorLine);
  return (
    <p>
      {indicator.form === 'latency'
        ? t('tab.definition.inferredLatency', {
            ...keys,
            line,
            threshold: formatThreshold(indicator.thresholdSeconds),
          })
        : t('tab.definition.inferredRatio', { ...keys, line })}
    </p>
  );
}

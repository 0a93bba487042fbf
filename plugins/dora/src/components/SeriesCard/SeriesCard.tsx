import { lazy, Suspense, useState } from 'react';
import type { LoadedMetrics } from '../../hooks/useDoraMetrics';
import { FEWEST } from '../../metrics/fewest';
import type { MetricName } from '../../period/MetricName';
import { seriesSentence } from '../../series/seriesSentence';
import { isMedian, seriesSteps } from '../../series/seriesSteps';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ChartCaption } from '../ChartCaption';
import { Skeleton } from '../Skeleton';
import { NothingFailed } from '../states';
import { TabCard } from '../TabCard';
import { TableToggle } from '../TableToggle';
import { FewValues } from './FewValues';
import { SeriesLegend } from './SeriesLegend';
import { SeriesTable } from './SeriesTable';

/** The chart and its scales come as a chunk of their own. */
const SeriesChart = lazy(() =>
  import('../SeriesChart').then(m => ({ default: m.SeriesChart })),
);

/** The height of the chart, so that nothing below it moves. */
const HEIGHT = 232;

/** The selected metric, step by step. */
export function SeriesCard(props: {
  loaded: LoadedMetrics;
  metric: MetricName;
}) {
  const { loaded, metric } = props;
  const { metrics, period } = loaded;
  const t = useDoraTranslation();
  const [isTable, setIsTable] = useState(false);
  const title = t(`chart.series.${metric}.${metrics.granularity}`);
  const { n } = metrics[metric];
  const { open } = metrics.failedDeploymentRecoveryTime;

  if (metric === 'failedDeploymentRecoveryTime' && n === 0 && open === 0) {
    return (
      <TabCard title={title}>
        <NothingFailed deployments={metrics.changeFailRate.n} />
      </TabCard>
    );
  }
  if (n === 0 && metric !== 'failedDeploymentRecoveryTime') {
    return <TabCard title={title}>{t(`chart.empty.${metric}`)}</TabCard>;
  }
  if (isMedian(metric) && n < FEWEST) {
    return (
      <TabCard title={title}>
        <FewValues metrics={metrics} metric={metric} n={n} />
      </TabCard>
    );
  }
  const steps = seriesSteps(metric, metrics);
  const hasFew = steps.some(({ isFew }) => isFew);
  const sentence = [
    seriesSentence({ metric, metrics, steps, period, t }),
    hasFew && t('chart.told.few'),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <TabCard
      title={title}
      controls={<TableToggle isTable={isTable} onChange={setIsTable} />}
    >
      {isTable ? (
        <SeriesTable
          metric={metric}
          metrics={metrics}
          steps={steps}
          label={title}
        />
      ) : (
        <>
          <SeriesLegend
            hasPrevious={steps.some(({ previous }) => previous !== undefined)}
            hasFailed={steps.some(({ failed }) => failed > 0)}
            hasFew={hasFew}
          />
          <Suspense
            fallback={<Skeleton label={t('chart.loading')} height={HEIGHT} />}
          >
            <SeriesChart
              steps={steps}
              granularity={metrics.granularity}
              timeZone={metrics.timeZone}
              isDuration={isMedian(metric)}
              label={sentence}
            />
          </Suspense>
        </>
      )}
      <ChartCaption>{sentence}</ChartCaption>
    </TabCard>
  );
}

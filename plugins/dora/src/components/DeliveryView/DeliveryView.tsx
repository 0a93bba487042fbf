import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { LoadedMetrics } from '../../hooks/useDoraMetrics';
import type { Delivery } from '../../hooks/useDelivery';
import { FEWEST } from '../../metrics/fewest';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { LeadTimesCard } from '../LeadTimesCard';
import { MetricTiles } from '../MetricTiles';
import { SeriesCard } from '../SeriesCard';
import { Skeleton } from '../Skeleton';
import { StagesCard } from '../StagesCard';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { DemoFoot } from './DemoFoot';
import { HistoryNote } from './HistoryNote';
import { NothingObserved } from './NothingObserved';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3) },
    /** The numbers of the period before stay, and say so, while those of the next one load. */
    stale: { opacity: 0.55 },
    columns: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 3fr) minmax(400px, 2fr)',
      alignItems: 'start',
      [theme.breakpoints.down(1000)]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    column: { display: 'grid', gap: theme.spacing(3) },
  }),
  { name: 'DoraDeliveryView' },
);

/** The part that organisation, team and component have in common: tiles, series, distribution and stages. */
export function DeliveryView(props: {
  delivery: Delivery;
  /** What stands above the tiles. */
  before?: ReactNode;
  /** What stands below the stages. */
  children: (loaded: LoadedMetrics) => ReactNode;
}) {
  const { delivery, before, children } = props;
  const { period, sources, context } = delivery;
  const { value: loaded, error, retry } = delivery.metrics;
  const t = useDoraTranslation();
  const classes = useStyles();
  if (!loaded) {
    return (
      <TabCard title={error && t('state.loadError.title')}>
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <Skeleton label={t('page.loading')} height={480} />
        )}
      </TabCard>
    );
  }
  const { metrics } = loaded;
  const isStale =
    loaded.period.from !== period.period.from ||
    loaded.period.to !== period.period.to ||
    metrics.granularity !== period.granularity;
  return (
    <div className={classes.root}>
      {error && (
        <TabCard title={t('state.loadError.title')}>
          <LoadError error={error} retry={retry} />
        </TabCard>
      )}
      <HistoryNote sources={sources.value} context={context} />
      {metrics.observedFrom === null ? (
        <NothingObserved metrics={metrics} sources={sources.value} />
      ) : (
        <>
          {before}
          <div
            className={`${classes.root} ${isStale ? classes.stale : ''}`}
            aria-busy={isStale}
          >
            <MetricTiles
              metrics={metrics}
              selected={period.metric}
              onSelect={period.setMetric}
            />
            <div className={classes.columns}>
              <div className={classes.column}>
                <SeriesCard loaded={loaded} metric={period.metric} />
                {metrics.changeLeadTime.n >= FEWEST && (
                  <LeadTimesCard leadTime={metrics.changeLeadTime} />
                )}
              </div>
              <StagesCard metrics={metrics} />
            </div>
            {children(loaded)}
          </div>
        </>
      )}
      {metrics.demo && <DemoFoot />}
    </div>
  );
}

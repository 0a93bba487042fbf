import { makeStyles } from '@material-ui/core/styles';
import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { tileView } from '../../metrics/tileView';
import { METRIC_NAMES, type MetricName } from '../../period/MetricName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { MetricTile } from './MetricTile';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
      borderRadius: 8,
      overflow: 'hidden',
      background: theme.palette.background.paper,
      [theme.breakpoints.down(1000)]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  }),
  { name: 'DoraMetricTiles' },
);

/** The five metrics side by side. */
export function MetricTiles(props: {
  metrics: DoraMetrics;
  selected: MetricName;
  onSelect: (metric: MetricName) => void;
}) {
  const { metrics, selected, onSelect } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  // The report whose clusters band the others is the one that this metric has no band of.
  const year = METRIC_NAMES.map(name => metrics[name].band?.reportYear).find(
    Boolean,
  );
  return (
    <section className={classes.root} aria-label={t('tile.region')}>
      {METRIC_NAMES.map(metric => (
        <MetricTile
          key={metric}
          title={t(`tile.title.${metric}`)}
          view={tileView(metric, metrics, t)}
          noBand={
            year
              ? t('tile.noBand', { year: String(year) })
              : t('tile.noBandAtAll')
          }
          isPressed={metric === selected}
          onPress={() => onSelect(metric)}
        />
      ))}
    </section>
  );
}

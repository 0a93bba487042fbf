import type { FrozenMetrics } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatMonthName } from '../../format/formatMonth';
import { tileView } from '../../metrics/tileView';
import { METRIC_NAMES, type MetricName } from '../../period/MetricName';
import { moveMonth } from '../../reviews/moveMonth';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { TrendWord } from '../MetricTiles/TrendWord';
import { TabCard } from '../TabCard';

type Metrics = Pick<FrozenMetrics, MetricName>;

/** The five metrics of a month beside those of the month before, with what the change means. */
export function NumbersCard(props: {
  metrics: Metrics;
  /** `YYYY-MM` */
  month: string;
  /** When the numbers were taken. */
  hint: string;
}) {
  const { metrics, month, hint } = props;
  const t = useDoraTranslation();
  const title = t('review.numbers.title');
  return (
    <TabCard title={title} hint={hint}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('review.numbers.metric')}</th>
            <th scope="col" className="number">
              {formatMonthName(month)}
            </th>
            <th scope="col" className="number">
              {formatMonthName(moveMonth(month, -1))}
            </th>
            <th scope="col">{t('review.numbers.change')}</th>
            <th scope="col" className="number">
              {t('review.numbers.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {METRIC_NAMES.map(metric => (
            <tr key={metric}>
              <td>{t(`review.numbers.metrics.${metric}`)}</td>
              <td className="number">{valueText(metric, metrics, t)}</td>
              <td className="number">
                {valueText(metric, before(metric, metrics), t)}
              </td>
              <td>
                <TrendWord trend={tileView(metric, metrics, t).trend} />
              </td>
              <td className="number">{formatCount(metrics[metric].n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}

/** The metrics with the month before in place of this one; undefined where nothing was observed then. */
function before(metric: MetricName, metrics: Metrics): Metrics | undefined {
  const { previous } = metrics[metric];
  return previous
    ? { ...metrics, [metric]: { ...previous, previous: null } }
    : undefined;
}

function valueText(
  metric: MetricName,
  metrics: Metrics | undefined,
  t: DoraTranslation,
): string {
  if (!metrics) {
    return '–';
  }
  const { value, unit } = tileView(metric, metrics, t);
  if (value === undefined) {
    return t('page.tooFew');
  }
  return unit ? t('review.numbers.valuePerUnit', { value, unit }) : value;
}

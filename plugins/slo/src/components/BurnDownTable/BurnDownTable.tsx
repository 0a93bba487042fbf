import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import type { PlotPoint } from '../../burnDown/plotPoints';
import { formatBudget } from '../../format/formatBudget';
import { formatCount } from '../../format/formatCount';
import { formatMoment } from '../../format/formatMoment';
import { formatPercent } from '../../format/formatPercent';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { Moment } from '../Moment';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflow: 'auto',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
      '& thead th': {
        position: 'sticky',
        top: 0,
        background: theme.palette.background.paper,
      },
    },
  }),
  { name: 'SloBurnDownTable' },
);

/** The chart's points in numbers, the newest first. */
export function BurnDownTable(props: {
  slo: SloStatus;
  points: PlotPoint[];
  now: Date;
  height: number;
}) {
  const { slo, points, now, height } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const name = t('burnDown.tableName');
  return (
    <div
      className={classes.root}
      style={{ maxHeight: height }}
      role="region"
      aria-label={name}
      // Scrolls by keyboard too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('burnDown.column.to')}</th>
            <th scope="col" className="number">
              {t('burnDown.column.left')}
            </th>
            <th scope="col" className="number">
              {t(`tab.episodes.failed.${slo.indicator.form}`)}
            </th>
            <th scope="col" className="number">
              {t('burnDown.column.total')}
            </th>
            <th scope="col" className="number">
              {t('burnDown.column.sli')}
            </th>
            <th scope="col" className="number">
              {t('burnDown.column.coverage')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={point.at.toISOString()}>
              <td className="line">
                <Moment at={point.at} text={formatMoment(point.at, { now })} />
              </td>
              <td className="number">
                {point.left === null ? '–' : formatBudget(1 - point.left).left}
              </td>
              <td className="number">
                {point.left === null
                  ? '–'
                  : formatCount(point.total - point.good)}
              </td>
              <td className="number">
                {point.left === null ? '–' : formatCount(point.total)}
              </td>
              <td className="number">{formatPercent(point.sli, 2)}</td>
              <td className="number">{formatPercent(point.coverage, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

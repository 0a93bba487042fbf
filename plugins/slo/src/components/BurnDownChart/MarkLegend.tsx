import { makeStyles } from '@material-ui/core/styles';
import type { HistoryMark } from '@golden-path/backstage-plugin-slo-common';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { MarkShape } from './MarkShape';
import { useChartStyles } from './useChartStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2.5),
      marginTop: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
      '& svg': { verticalAlign: '-2px', marginRight: theme.spacing(0.5) },
    },
  }),
  { name: 'SloMarkLegend' },
);

const NAMES = {
  deployment: 'burnDown.legend.deployment',
  'failed-deployment': 'burnDown.legend.failedDeployment',
  rollback: 'burnDown.legend.rollback',
  incident: 'burnDown.legend.incident',
} as const;

const KINDS = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** Names the signs that the chart uses, and only those. */
export function MarkLegend(props: { marks: HistoryMark[]; hasGaps: boolean }) {
  const { marks, hasGaps } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const chart = useChartStyles();
  const counts = KINDS.map(kind => ({
    kind,
    count: marks.filter(mark => mark.kind === kind).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0 && !hasGaps) {
    return null;
  }
  return (
    <div className={classes.root}>
      {counts.map(({ kind, count }) => (
        <span key={kind}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
            <MarkShape kind={kind} />
          </svg>
          {t(NAMES[kind], { number: String(count) })}
        </span>
      ))}
      {hasGaps && (
        <span>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
            <rect className={chart.gap} width="12" height="12" />
          </svg>
          {t('burnDown.notMeasured')}
        </span>
      )}
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
      '& svg': { width: 12, height: 8, marginRight: 6 },
    },
    current: { fill: theme.palette.primary.main },
    few: { fill: 'none', stroke: theme.palette.primary.main },
    previous: {
      stroke: statusTone(theme).outline,
      strokeWidth: 2,
      strokeDasharray: '4 3',
    },
    failed: { fill: statusTone(theme).bad },
  }),
  { name: 'DoraSeriesLegend' },
);

/** Which mark stands for what; only what is there. */
export function SeriesLegend(props: {
  hasPrevious: boolean;
  hasFailed: boolean;
  hasFew: boolean;
}) {
  const { hasPrevious, hasFailed, hasFew } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <span>
        <svg viewBox="0 0 12 8" aria-hidden>
          <rect className={classes.current} width="12" height="8" />
        </svg>
        {t('chart.legend.current')}
      </span>
      {hasFew && (
        <span>
          <svg viewBox="0 0 12 8" aria-hidden>
            <rect
              className={classes.few}
              x="0.5"
              y="0.5"
              width="11"
              height="7"
            />
          </svg>
          {t('chart.legend.few')}
        </span>
      )}
      {hasPrevious && (
        <span>
          <svg viewBox="0 0 12 8" aria-hidden>
            <path className={classes.previous} d="M0 4h12" />
          </svg>
          {t('chart.legend.previous')}
        </span>
      )}
      {hasFailed && (
        <span>
          <svg viewBox="0 0 12 8" aria-hidden>
            <path className={classes.failed} d="M6 0l4.500 8h-9z" />
          </svg>
          {t('chart.legend.failed')}
        </span>
      )}
    </div>
  );
}

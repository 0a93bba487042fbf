import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { formatSpan } from '../../format/formatDuration';
import { formatDay } from '../../format/formatMoment';
import { windowSeconds } from '../../slo/windowSeconds';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { SPARKLINE, sparklinePath } from './sparklinePath';

const useStyles = makeStyles(
  theme => ({
    root: { maxWidth: SPARKLINE.width },
    days: {
      display: 'flex',
      justifyContent: 'space-between',
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'SloSparkline' },
);

/** The budget over the window in miniature, with the even pace for comparison. */
export function Sparkline({ slo, now }: { slo: SloStatus; now: Date }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const theme = useTheme();
  const { outline } = statusTone(theme);
  const { width, height, top, zero } = SPARKLINE;
  return (
    <div className={classes.root}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        display="block"
        fill="none"
        role="img"
        aria-label={t('card.sparkline', {
          window: formatSpan(windowSeconds(slo.window)),
          left: formatBudget(slo.budget.consumed).left,
        })}
      >
        <path
          d={`M0 ${top}L${width} ${zero}`}
          stroke={outline}
          strokeDasharray="2 3"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={`M0 ${zero}H${width}`}
          stroke={outline}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={sparklinePath(slo.sparkline)}
          stroke={theme.palette.primary.main}
          strokeWidth="1.5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={classes.days}>
        <span>{formatDay(slo.window.from, { now })}</span>
        <span>{formatDay(slo.window.to, { now })}</span>
      </div>
    </div>
  );
}

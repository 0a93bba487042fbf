import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { formatDuration } from '../../format/formatDuration';
import { budgetEvents } from '../../slo/budgetEvents';
import { windowSeconds } from '../../slo/windowSeconds';
import { wordsForSpan } from '../../slo/wordsForSpan';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { BudgetBar } from '../BudgetBar';

const useStyles = makeStyles(
  theme => ({
    hero: {
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '24px',
      fontWeight: 600,
      whiteSpace: 'nowrap',
      marginRight: theme.spacing(1),
    },
    overspent: { color: statusTone(theme).bad },
    small: {
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
    bar: { margin: theme.spacing(0.5, 0) },
    explanation: { marginTop: theme.spacing(1) },
  }),
  { name: 'SloRowBudget' },
);

/** The number that matters, as percent, bar, time and events. */
export function RowBudget(props: { slo: SloStatus; hasTraffic: boolean }) {
  const { slo, hasTraffic } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const { consumed, remainingSeconds } = slo.budget;

  if (!hasTraffic || consumed === null) {
    const window = wordsForSpan(windowSeconds(slo.window), t);
    return (
      <div>
        <span className={classes.hero}>–</span>
        <span className={classes.small}>
          {hasTraffic
            ? t('card.noData.short')
            : t('card.noTraffic.short', { window })}
        </span>
        <div className={`${classes.small} ${classes.explanation}`}>
          {hasTraffic ? t('card.noData.long') : t('card.noTraffic.long')}
        </div>
      </div>
    );
  }

  const { left, over } = formatBudget(consumed);
  const events = budgetEvents(slo, t);
  const time = formatDuration(remainingSeconds);
  return (
    <div>
      <span className={`${classes.hero} ${over ? classes.overspent : ''}`}>
        {left}
      </span>
      <span className={classes.small}>
        {over ? t('card.budget.overspent') : t('card.budget.left')}
      </span>
      <div className={classes.bar}>
        <BudgetBar slo={slo} />
      </div>
      {remainingSeconds !== null && (
        <div className={classes.small}>
          {events
            ? t('card.budget.time', { time })
            : t('card.budget.timeOnly', { time })}
        </div>
      )}
      {events && <div className={classes.small}>{events}</div>}
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { statusTone } from '../../theme/statusTone';
import {
  type SloTranslation,
  useSloTranslation,
} from '../../translation/useSloTranslation';
import { BudgetBar } from '../BudgetBar';

const useStyles = makeStyles(
  theme => ({
    value: {
      marginBottom: theme.spacing(1),
      fontSize: theme.typography.pxToRem(28),
      lineHeight: '32px',
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
    events: { marginTop: theme.spacing(0.5) },
    overspent: { color: statusTone(theme).bad },
  }),
  { name: 'SloBudgetStat' },
);

/** The tab's biggest number. */
export function BudgetStat({ slo }: { slo: SloStatus }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const { left, over } = formatBudget(slo.budget.consumed);
  return (
    <>
      <div className={`${classes.value} ${over ? classes.overspent : ''}`}>
        {left}
      </div>
      <BudgetBar slo={slo} />
      <div className={`small ${classes.events}`}>{inTimeAndEvents(slo, t)}</div>
    </>
  );
}

function inTimeAndEvents({ budget, indicator }: SloStatus, t: SloTranslation) {
  const { remainingSeconds, remainingEvents } = budget;
  if (remainingSeconds === null || remainingEvents === null) {
    return undefined;
  }
  const count = Math.trunc(Math.abs(remainingEvents));
  const options = {
    time: formatDuration(remainingSeconds),
    events: formatCount(count),
    count,
  };
  const text = {
    ratio: () => t('tab.stat.budgetRatio', options),
    latency: () => t('tab.stat.budgetLatency', options),
    slices: () => t('tab.stat.budgetSlices', options),
  }[indicator.form]();
  return remainingEvents < 0 ? t('tab.stat.overBudget', { text }) : text;
}

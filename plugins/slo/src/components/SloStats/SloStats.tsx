import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBurn } from '../../format/formatBurn';
import { formatCount } from '../../format/formatCount';
import { formatSpan } from '../../format/formatDuration';
import { formatMoment } from '../../format/formatMoment';
import {
  formatPercent,
  formatWrittenPercent,
} from '../../format/formatPercent';
import { windowSeconds } from '../../slo/windowSeconds';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { StateWord } from '../StateWord';
import { TabCard } from '../TabCard';
import { BudgetStat } from './BudgetStat';

const useStyles = makeStyles(
  theme => ({
    // As many columns as there are facts; the first one is the widest.
    root: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: '260px repeat(auto-fit, minmax(140px, 1fr))',
      [theme.breakpoints.down(1100)]: {
        gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
        '& > :first-child': { gridColumn: '1 / -1' },
      },
    },
    label: {
      marginBottom: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
    value: {
      fontSize: theme.typography.pxToRem(16),
      lineHeight: '24px',
      fontWeight: 600,
    },
  }),
  { name: 'SloStats' },
);

/** Burn rate with a column of its own; the other lengths stand beside it. */
const MAIN_BURN = 3600;

/** The facts of one SLO in a row. */
export function SloStats({ slo, now }: { slo: SloStatus; now: Date }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const window = formatSpan(windowSeconds(slo.window));
  const { active, thresholds } = slo.policy;
  const main =
    slo.burnRates.find(({ seconds }) => seconds === MAIN_BURN) ??
    slo.burnRates[0];
  const otherBurns = slo.burnRates
    .filter(rate => rate !== main)
    .map(({ seconds, value }) =>
      t('tab.stat.burnOther', {
        span: formatSpan(seconds),
        burn: formatBurn(value),
      }),
    );

  const policyDetail = () => {
    if (active) {
      return t('tab.stat.policyActive', {
        action: active.action,
        since: formatMoment(active.since, { now }),
      });
    }
    return thresholds.length > 0
      ? t('tab.stat.policyQuiet', {
          threshold: formatWrittenPercent(thresholds[0].threshold),
        })
      : t('tab.stat.policyAbsent');
  };

  const stat = (label: string, value: ReactNode, detail: ReactNode) => (
    <div role="group" aria-label={label}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>{value}</div>
      <div className="small">{detail}</div>
    </div>
  );

  return (
    <TabCard>
      <div className={classes.root}>
        <div role="group" aria-label={t('tab.stat.budget')}>
          <div className={classes.label}>{t('tab.stat.budget')}</div>
          <BudgetStat slo={slo} />
        </div>
        {stat(
          t('tab.stat.policy'),
          active ? (
            <StateWord state={active.effect} />
          ) : (
            t('tab.stat.policyNone')
          ),
          policyDetail(),
        )}
        {stat(
          t('tab.stat.sli', { window }),
          formatPercent(slo.sli, 2),
          t('tab.stat.sliDetail', {
            objective: formatWrittenPercent(slo.objective),
            bad: formatCount(slo.total - slo.good),
            total: formatCount(slo.total),
            verb: t(`tab.stat.verb.${slo.indicator.form}`),
          }),
        )}
        {main &&
          stat(
            t('tab.stat.burn', { span: formatSpan(main.seconds) }),
            formatBurn(main.value),
            [t('tab.stat.burnEven', { window }), ...otherBurns].join(' · '),
          )}
      </div>
    </TabCard>
  );
}

import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { earliestDay } from '../../period/earliestDay';
import {
  formatPeriodDays,
  formatPeriodShort,
} from '../../period/formatPeriodDays';
import { previousPeriod } from '../../period/previousPeriod';
import type { PeriodState } from '../../period/usePeriod';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Segments } from '../Segments';
import { PeriodPicker } from './PeriodPicker';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      color: statusTone(theme).quiet,
    },
    rest: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginLeft: 'auto',
    },
  }),
  { name: 'DoraFilterRow' },
);

/** Which period is shown, in which zone, beside which other one, and in which steps. */
export function FilterRow(props: {
  period: PeriodState;
  timeZone: string;
  /** The page compares with the period before and cuts into steps; default: yes. */
  isCompared?: boolean;
  /** Until histories are read: no period may begin before this instant. */
  completeFrom?: string;
  /** More controls, at the end. */
  children?: ReactNode;
}) {
  const {
    period: state,
    timeZone,
    isCompared = true,
    completeFrom,
    children,
  } = props;
  const { period, granularity, setGranularity } = state;
  const t = useDoraTranslation();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <PeriodPicker
        state={state}
        earliest={completeFrom && earliestDay(completeFrom, timeZone)}
      />
      <span>
        {t('page.period.zone', { days: formatPeriodDays(period), timeZone })}
      </span>
      <span className={classes.rest}>
        {isCompared && (
          <>
            <span>
              {t('page.period.compared', {
                days: formatPeriodShort(previousPeriod(period), period),
              })}
            </span>
            <Segments
              label={t('page.granularity.label')}
              options={(['day', 'week', 'month'] as const).map(value => ({
                value,
                text: t(`page.granularity.${value}`),
              }))}
              value={granularity}
              onChange={setGranularity}
            />
          </>
        )}
        {children}
      </span>
    </div>
  );
}

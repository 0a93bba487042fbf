import { type FormEvent, useId, useState } from 'react';
import { DateTime } from 'luxon';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { formatPeriodDays } from '../../period/formatPeriodDays';
import type { Period } from '../../period/Period';
import { wholeWeeks } from '../../period/wholeWeeks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(
  theme => ({
    fields: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
    result: { minHeight: 40, margin: theme.spacing(2, 0, 0) },
  }),
  { name: 'DoraCustomPeriodDialog' },
);

/** Two days, widened to the weeks that they lie in. */
export function CustomPeriodDialog(props: {
  period: Period;
  /** No period may begin before this day; empty where any may. */
  earliest: string;
  onChoose: (period: Period) => void;
  onClose: () => void;
}) {
  const { period, earliest, onChoose, onClose } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const id = useId();
  const [first, setFirst] = useState(period.from);
  const [last, setLast] = useState(lastDay(period));
  const isComplete = first !== '' && last !== '';
  const isRight = isComplete && first <= last;
  const chosen = isRight ? wholeWeeks(first, last) : undefined;
  const isEarly = chosen !== undefined && chosen.from < earliest;
  const weeks = isEarly ? undefined : chosen;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (weeks) {
      onChoose(weeks);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>
          {t('page.period.customTitle')}
        </DialogTitle>
        <DialogContent>
          <div className={classes.fields}>
            <TextField
              id={`${id}-first`}
              type="date"
              variant="outlined"
              size="small"
              label={t('page.period.first')}
              InputLabelProps={{ shrink: true }}
              value={first}
              onChange={event => setFirst(event.target.value)}
            />
            <TextField
              id={`${id}-last`}
              type="date"
              variant="outlined"
              size="small"
              label={t('page.period.last')}
              InputLabelProps={{ shrink: true }}
              value={last}
              error={isComplete && !isRight}
              onChange={event => setLast(event.target.value)}
            />
          </div>
          <p className={classes.result} role="status">
            {weeks &&
              t('page.period.widened', { days: formatPeriodDays(weeks) })}
            {isEarly && t('page.period.early')}
            {isComplete && !isRight && t('page.period.wrong')}
            {!isComplete && t('page.period.missing')}
          </p>
        </DialogContent>
        <DialogActions>
          <ActionButton onClick={onClose}>{t('form.cancel')}</ActionButton>
          <ActionButton type="submit" variant="contained" color="primary">
            {t('page.period.apply')}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function lastDay({ to }: Period): string {
  return DateTime.fromISO(to, { zone: 'utc' })
    .minus({ days: 1 })
    .toFormat('yyyy-MM-dd');
}

import { type FormEvent, useId, useRef, useState } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Review,
  ReviewAction,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';
import { type Outcome, outcomeChange, outcomeOf, OUTCOMES } from './outcome';

/** Records what became of an action, with the number that it was to change. */
export function OutcomeDialog(props: {
  reviewId: string;
  action: ReviewAction;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (review: Review) => void;
  /** The dialog has gone: the focus may move. */
  onExited: () => void;
}) {
  const { reviewId, action, isOpen, onClose, onSaved, onExited } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | undefined>(
    outcomeOf(action),
  );
  const [before, setBefore] = useState(action.before ?? '');
  const [after, setAfter] = useState(action.after ?? '');
  const [wasSubmitted, setSubmitted] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const firstRadio = useRef<HTMLInputElement>(null);
  const beforeField = useRef<HTMLInputElement>(null);
  const afterField = useRef<HTMLInputElement>(null);
  const lacksBefore = before.trim() === '' && after.trim() !== '';
  const lacksAfter = after.trim() === '' && before.trim() !== '';
  const pairProblem = t('review.outcome.pairMissing');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    setSubmitted(true);
    setRefusal(undefined);
    if (!outcome) {
      firstRadio.current?.focus();
      return;
    }
    if (lacksBefore || lacksAfter) {
      (lacksBefore ? beforeField : afterField).current?.focus();
      return;
    }
    setBusy(true);
    try {
      const change = outcomeChange({ action, outcome, before, after });
      onSaved(await doraApi.updateReview(reviewId, { actions: [change] }));
    } catch (error) {
      setRefusal(t('review.outcome.refused', { reason: errorText(error, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={`${id}-title`}
      TransitionProps={{ onExited }}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} disableTypography>
          <h2 className={classes.title}>{t('review.outcome.title')}</h2>
        </DialogTitle>
        <DialogContent className={classes.content}>
          <div>{action.title}</div>
          {refusal && <FormError>{refusal}</FormError>}
          <FormControl
            className={classes.field}
            component="fieldset"
            error={wasSubmitted && !outcome}
          >
            <FormLabel component="legend" className={classes.label}>
              {t('review.outcome.question')}
            </FormLabel>
            <RadioGroup
              name={`${id}-outcome`}
              value={outcome ?? ''}
              onChange={(_, value) => setOutcome(value as Outcome)}
            >
              {OUTCOMES.map((value, i) => (
                <FormControlLabel
                  key={value}
                  value={value}
                  control={
                    <Radio
                      color="primary"
                      size="small"
                      inputRef={i === 0 ? firstRadio : undefined}
                    />
                  }
                  label={t(`review.outcome.${value}`)}
                />
              ))}
            </RadioGroup>
            {wasSubmitted && !outcome && (
              <FormHelperText role="alert">
                {t('review.outcome.missing')}
              </FormHelperText>
            )}
          </FormControl>
          <TextField
            id={`${id}-before`}
            className={classes.field}
            inputRef={beforeField}
            variant="outlined"
            size="small"
            fullWidth
            label={t('review.outcome.before')}
            value={before}
            onChange={event => setBefore(event.target.value)}
            error={wasSubmitted && lacksBefore}
            helperText={
              wasSubmitted && lacksBefore
                ? pairProblem
                : t('review.outcome.numberHint')
            }
          />
          <TextField
            id={`${id}-after`}
            className={classes.field}
            inputRef={afterField}
            variant="outlined"
            size="small"
            fullWidth
            label={t('review.outcome.after')}
            value={after}
            onChange={event => setAfter(event.target.value)}
            error={wasSubmitted && lacksAfter}
            helperText={wasSubmitted && lacksAfter ? pairProblem : undefined}
          />
        </DialogContent>
        <DialogActions className={classes.actions}>
          <ActionButton onClick={onClose}>
            {t('review.outcome.cancel')}
          </ActionButton>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            disableElevation
            aria-busy={isBusy}
          >
            {isBusy ? t('review.outcome.saving') : t('review.outcome.save')}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

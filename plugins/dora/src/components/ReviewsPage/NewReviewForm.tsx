import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import { formatMonth } from '../../format/formatMonth';
import type { MomentContext } from '../../format/MomentContext';
import { type ActionDraft, EMPTY_ACTION } from '../../reviews/ActionDraft';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';
import { TabCard } from '../TabCard';
import { ActionsFieldset } from './ActionsFieldset';
import { reviewProblems } from './reviewProblems';
import { useFormStyles } from './useFormStyles';

/** What a person makes of a month, and what they decide. */
export function NewReviewForm(props: {
  scope: string;
  /** `YYYY-MM` */
  month: string;
  context: MomentContext;
  onCancel: () => void;
  onSaved: (review: Review) => void;
}) {
  const { scope, month, context, onCancel, onSaved } = props;
  const t = useDoraTranslation();
  const classes = useFormStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [notes, setNotes] = useState('');
  const [actions, setActions] = useState<ActionDraft[]>([]);
  const [wasSubmitted, setSubmitted] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const problems = reviewProblems({ notes, actions, ...context, t });
  const shown = wasSubmitted > 0 ? problems : undefined;

  useEffect(() => {
    // After each try to save, and not while the fields are being put right.
    if (wasSubmitted > 0) {
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [wasSubmitted]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    setRefusal(undefined);
    if (problems.names.length > 0) {
      setSubmitted(count => count + 1);
      return;
    }
    setBusy(true);
    try {
      onSaved(
        await doraApi.createReview({
          scope,
          month,
          notes: notes.trim(),
          actions: actions.map(action => ({
            ...action,
            title: action.title.trim(),
          })),
        }),
      );
    } catch (error) {
      setRefusal(t('review.form.refused', { reason: errorText(error, t) }));
      setBusy(false);
    }
  };

  return (
    <TabCard title={t('review.form.title', { month: formatMonth(month) })}>
      <form
        ref={form}
        onSubmit={submit}
        noValidate
        className={classes.form}
        aria-label={t('review.form.title', { month: formatMonth(month) })}
      >
        <TextField
          id={`${id}-notes`}
          name="notes"
          label={t('review.form.notes')}
          variant="outlined"
          size="small"
          fullWidth
          multiline
          minRows={3}
          value={notes}
          onChange={event => setNotes(event.target.value)}
          error={shown?.notes !== undefined}
          helperText={shown?.notes ?? t('review.form.notesHint')}
        />
        <ActionsFieldset
          actions={actions}
          problems={shown?.actions ?? []}
          timeZone={context.timeZone}
          onChange={setActions}
          onAdd={() => setActions([...actions, EMPTY_ACTION])}
        />
        {shown && shown.names.length > 0 && (
          <FormError>
            {t('review.form.wrong', {
              count: shown.names.length,
              names: shown.names.join(', '),
            })}
          </FormError>
        )}
        {refusal && <FormError>{refusal}</FormError>}
        <div className={classes.buttons}>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            disableElevation
            aria-busy={isBusy}
          >
            {isBusy ? t('form.saving') : t('review.form.save')}
          </ActionButton>
          <ActionButton onClick={onCancel}>{t('form.cancel')}</ActionButton>
        </div>
      </form>
    </TabCard>
  );
}

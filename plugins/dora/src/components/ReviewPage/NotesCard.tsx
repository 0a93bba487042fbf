import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';
import { TabCard } from '../TabCard';

const useStyles = makeStyles(
  theme => ({
    text: {
      maxWidth: 720,
      margin: 0,
      whiteSpace: 'pre-line',
      overflowWrap: 'anywhere',
    },
    buttons: { display: 'flex', gap: theme.spacing(1), marginTop: 8 },
    // Labels on the edge of the field must not be cut off.
    form: { paddingTop: theme.spacing(1) },
  }),
  { name: 'DoraNotesCard' },
);

/** What a person made of the month; can be put right later. */
export function NotesCard(props: {
  review: Review;
  /** The reader may change the review. */
  mayChange: boolean;
  onChanged: (review: Review) => void;
}) {
  const { review, mayChange, onChanged } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const text = useRef<HTMLParagraphElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isEditing = draft !== undefined;

  useEffect(() => {
    if (isEditing) {
      field.current?.focus();
    } else if (isSaved) {
      text.current?.focus();
    }
  }, [isEditing, isSaved]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || draft === undefined) {
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      const notes = draft.trim();
      onChanged(await doraApi.updateReview(review.id, { notes }));
      setSaved(true);
      setDraft(undefined);
    } catch (error) {
      setRefusal(t('review.notes.refused', { reason: errorText(error, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <TabCard
      title={t('review.notes.title')}
      controls={
        mayChange &&
        !isEditing && (
          <span data-print="no">
            <ActionButton
              variant="outlined"
              onClick={() => {
                setSaved(false);
                setDraft(review.notes);
              }}
            >
              {t('review.notes.edit')}
            </ActionButton>
          </span>
        )
      }
    >
      {isEditing ? (
        <form onSubmit={submit} className={classes.form}>
          <TextField
            id={`${id}-notes`}
            inputRef={field}
            variant="outlined"
            size="small"
            fullWidth
            multiline
            minRows={4}
            label={t('review.notes.label')}
            value={draft}
            onChange={event => setDraft(event.target.value)}
          />
          {refusal && <FormError>{refusal}</FormError>}
          <div className={classes.buttons}>
            <ActionButton
              type="submit"
              variant="contained"
              color="primary"
              disableElevation
              aria-busy={isBusy}
            >
              {isBusy ? t('form.saving') : t('review.notes.save')}
            </ActionButton>
            <ActionButton onClick={() => setDraft(undefined)}>
              {t('form.cancel')}
            </ActionButton>
          </div>
        </form>
      ) : (
        <p ref={text} tabIndex={-1} className={classes.text}>
          {review.notes || (
            <span className="quiet">{t('review.notes.none')}</span>
          )}
        </p>
      )}
    </TabCard>
  );
}

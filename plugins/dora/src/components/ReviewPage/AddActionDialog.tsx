import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import type { MomentContext } from '../../format/MomentContext';
import { EMPTY_ACTION } from '../../reviews/ActionDraft';
import { actionProblems } from '../../reviews/actionProblems';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { ActionFields } from '../ActionFields';
import { FormError } from '../FormError';

/** One more action for a review that is there already. */
export function AddActionDialog(props: {
  reviewId: string;
  context: MomentContext;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (review: Review) => void;
  /** The dialog has gone: the focus may move. */
  onExited: () => void;
}) {
  const { reviewId, context, isOpen, onClose, onSaved, onExited } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [action, setAction] = useState(EMPTY_ACTION);
  const [wasSubmitted, setSubmitted] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const problems = actionProblems({ action, ...context, t });

  useEffect(() => {
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
    if (Object.keys(problems).length > 0) {
      setSubmitted(count => count + 1);
      return;
    }
    setBusy(true);
    try {
      const { title, owner, dueDate } = action;
      onSaved(
        await doraApi.updateReview(reviewId, {
          actions: [{ title: title.trim(), owner, dueDate }],
        }),
      );
    } catch (error) {
      setRefusal(t('review.actions.refused', { reason: errorText(error, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      fullWidth
      maxWidth="md"
      aria-labelledby={`${id}-title`}
      TransitionProps={{ onExited }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} disableTypography>
          <h2 className={classes.title}>{t('review.actions.add')}</h2>
        </DialogTitle>
        <DialogContent className={classes.content}>
          {refusal && <FormError>{refusal}</FormError>}
          <div className={classes.field}>
            <ActionFields
              name="action"
              action={action}
              problems={wasSubmitted > 0 ? problems : {}}
              timeZone={context.timeZone}
              onChange={setAction}
            />
          </div>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <ActionButton onClick={onClose}>
            {t('review.form.cancel')}
          </ActionButton>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            disableElevation
            aria-busy={isBusy}
          >
            {isBusy ? t('review.form.saving') : t('review.actions.add')}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

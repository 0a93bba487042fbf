import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { errorText } from '../../api/errorText';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';

/**
 * A form over the page. Saving is never disabled: with a wrong field it moves the focus to the first that says so by
 * `aria-invalid`; what the backend refuses stays as it was written, with the reason.
 */
export function FormDialog(props: {
  dialog: FormDialogState;
  title: string;
  maxWidth: 'sm' | 'md';
  saveText: string;
  /** Says that it was not saved, and why. */
  refusalText: (reason: string) => string;
  /** No field is wrong. */
  isRight: boolean;
  onSave: () => Promise<void>;
  /** The fields; they name what is wrong with them from the first try to save on. */
  children: (wasSubmitted: boolean) => ReactNode;
}) {
  const { dialog, title, maxWidth, saveText, refusalText } = props;
  const { isRight, onSave, children } = props;
  const { isOpen, onClose, onSaved, onExited } = dialog;
  const t = useEscapeHatchTranslation();
  const classes = useDialogStyles();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [failedTries, setFailedTries] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    // After each try to save, and not while the fields are being put right.
    if (failedTries > 0) {
      focusFirstWrong(form.current);
    }
  }, [failedTries]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    setRefusal(undefined);
    if (!isRight) {
      setFailedTries(count => count + 1);
      return;
    }
    setBusy(true);
    try {
      await onSave();
      onSaved();
    } catch (error) {
      setRefusal(refusalText(errorText(error, t)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      fullWidth
      maxWidth={maxWidth}
      aria-labelledby={`${id}-title`}
      TransitionProps={{ onExited }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} disableTypography>
          <h2 className={classes.title}>{title}</h2>
        </DialogTitle>
        <DialogContent className={classes.content}>
          {refusal && <FormError>{refusal}</FormError>}
          {children(failedTries > 0)}
        </DialogContent>
        <DialogActions className={classes.actions}>
          <ActionButton onClick={onClose}>{t('form.cancel')}</ActionButton>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            disableElevation
            aria-busy={isBusy}
          >
            {isBusy ? t('form.saving') : saveText}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function focusFirstWrong(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  // Of a group of radio buttons, the first has the focus.
  const field = wrong?.querySelector<HTMLElement>('input') ?? wrong;
  field?.focus();
}

import { useState } from 'react';

/** A dialog with a form: whether it is there, and what moves it on. */
export interface FormDialogState {
  isOpen: boolean;
  onClose: () => void;
  /** What was filled in has been dealt with. */
  onSaved: () => void;
  /** The dialog has gone from sight. */
  onExited: () => void;
}

/**
 * Opens a dialog with a form, afresh each time.
 *
 * @param onDone - called when the dialog has gone after it was saved: the focus may move
 */
export function useFormDialog(onDone: () => void): {
  open: () => void;
  /** Undefined while there is none to be rendered. */
  dialog?: FormDialogState;
} {
  const [phase, setPhase] = useState<'open' | 'closing' | 'gone'>('gone');
  const [isSaved, setSaved] = useState(false);
  return {
    open: () => {
      setSaved(false);
      setPhase('open');
    },
    dialog:
      phase === 'gone'
        ? undefined
        : {
            isOpen: phase === 'open',
            onClose: () => setPhase('closing'),
            onSaved: () => {
              setSaved(true);
              setPhase('closing');
            },
            onExited: () => {
              setPhase('gone');
              if (isSaved) {
                onDone();
              }
            },
          },
  };
}

import { useId } from 'react';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useApi } from '@backstage/core-plugin-api';
import {
  type EscapeHatchRequest,
  type RequestAction,
  transitions,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { endText } from '../../request/endText';
import type { ViewContext } from '../../request/ViewContext';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { FormDialog } from '../FormDialog';
import { CommentField } from './CommentField';
import { commentProblem } from './commentProblem';

/** What takes nothing but a comment. */
export type DecisionAction = Exclude<
  RequestAction,
  'edit' | 'renew' | 'review'
>;

/** One dialog for all that takes nothing but a comment: what it leads to, the version it is about, and the comment. */
export function DecisionDialog(props: {
  dialog: FormDialogState;
  action: DecisionAction;
  request: EscapeHatchRequest;
  context: ViewContext;
  /** Kept by the page, so that a comment outlives a decision that was not saved. */
  comment: string;
  onComment: (comment: string) => void;
  /** Sends it and deals with the answer. */
  act: (send: () => Promise<EscapeHatchRequest>) => Promise<void>;
}) {
  const { dialog, action, request, context, comment, onComment, act } = props;
  const { t } = context;
  const classes = useDialogStyles();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const id = useId();
  const number = String(request.number);
  const isMandatory = transitions[action].comment;
  const problem = commentProblem({ comment, isMandatory, t });

  return (
    <FormDialog
      dialog={dialog}
      title={t(`request.dialog.title.${action}`, { number })}
      maxWidth="sm"
      saveText={t(`request.action.${action}`)}
      refusalText={reason => t('request.dialog.refused', { reason })}
      isRight={problem === undefined}
      onSave={() =>
        act(() =>
          escapeHatchApi.actOnRequest(request.id, action, {
            expectedVersion: request.version,
            comment: comment.trim() || undefined,
          }),
        )
      }
    >
      {wasSubmitted => (
        <>
          <DialogContentText className={classes.text}>
            {action === 'confirm-owner'
              ? t('request.dialog.text.confirm-owner', {
                  end: endText(request.expiresAt, context),
                })
              : t(`request.dialog.text.${action}`)}{' '}
            {t('request.dialog.version', { version: String(request.version) })}
          </DialogContentText>
          <CommentField
            id={`${id}-comment`}
            isMandatory={isMandatory}
            value={comment}
            problem={wasSubmitted ? problem : undefined}
            onChange={onComment}
          />
        </>
      )}
    </FormDialog>
  );
}

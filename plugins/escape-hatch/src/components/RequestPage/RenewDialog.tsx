import { useId, useMemo, useState } from 'react';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { DateTime } from 'luxon';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { formatFormDay, formatShortFormDay } from '../../draft/formatFormDay';
import { fieldsOf } from '../../draft/fieldsOf';
import { previewOf } from '../../draft/previewOf';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { usePreview } from '../../hooks/usePreview';
import type { ViewContext } from '../../request/ViewContext';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { FormDialog } from '../FormDialog';
import { TextButton } from '../TextButton';
import { TextInput } from '../TextInput';
import { CommentField } from './CommentField';
import { commentProblem } from './commentProblem';

/** Asks for the same again, for another time. */
export function RenewDialog(props: {
  dialog: FormDialogState;
  request: EscapeHatchRequest;
  context: ViewContext;
  act: (send: () => Promise<EscapeHatchRequest>) => Promise<void>;
}) {
  const { dialog, request, context, act } = props;
  const { t, now, timeZone } = context;
  const classes = useDialogStyles();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const id = useId();
  const [expiresAt, setExpiresAt] = useState('');
  const [comment, setComment] = useState('');
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? '';
  const asked = useMemo(
    () =>
      previewOf(
        { ...fieldsOf(request), startsOnDay: false, expiresAt: '' },
        today,
      ),
    [request, today],
  );
  const cap = usePreview(asked).value?.cap;
  const { message, instead } = endProblem({ expiresAt, today, cap, context });
  const aboutComment = commentProblem({ comment, isMandatory: false, t });
  const number = String(request.number);
  const use = (day: string) => (
    <TextButton onClick={() => setExpiresAt(day)}>
      {t('form.use', { date: formatShortFormDay(day) })}
    </TextButton>
  );

  return (
    <FormDialog
      dialog={dialog}
      title={t('request.dialog.renew.title', { number })}
      maxWidth="sm"
      saveText={t('request.dialog.renew.save')}
      refusalText={reason => t('request.dialog.refused', { reason })}
      isRight={message === undefined && aboutComment === undefined}
      onSave={() =>
        act(() =>
          escapeHatchApi.renewRequest(request.id, {
            expectedVersion: request.version,
            expiresAt,
            comment: comment.trim() || undefined,
          }),
        )
      }
    >
      {wasSubmitted => (
        <>
          <DialogContentText className={classes.text}>
            {t('request.dialog.renew.text', { number })}
          </DialogContentText>
          <TextInput
            id={`${id}-end`}
            label={t('request.dialog.renew.ends', { timeZone })}
            hint={
              cap && (
                <>
                  {t('form.endsHint', {
                    days: String(cap.days),
                    date: formatFormDay(cap.lastDay),
                  })}{' '}
                  {use(cap.lastDay)}
                </>
              )
            }
            problem={
              message && (wasSubmitted || expiresAt) ? (
                <>
                  {message} {instead && use(instead)}
                </>
              ) : undefined
            }
            type="date"
            isMandatory
            value={expiresAt}
            onChange={setExpiresAt}
          />
          <div className={classes.field}>
            <CommentField
              id={`${id}-comment`}
              isMandatory={false}
              value={comment}
              problem={wasSubmitted ? aboutComment : undefined}
              onChange={setComment}
            />
          </div>
        </>
      )}
    </FormDialog>
  );
}

function endProblem(options: {
  expiresAt: string;
  today: string;
  cap: { days: number; lastDay: string } | undefined;
  context: ViewContext;
}): { message?: string; instead?: string } {
  const { expiresAt, today, cap, context } = options;
  const { t } = context;
  if (expiresAt === '') {
    return { message: t('request.dialog.renew.endsMissing') };
  }
  // Days as texts compare as days do.
  if (expiresAt < today) {
    return { message: t('request.dialog.renew.endsPast') };
  }
  return cap && expiresAt > cap.lastDay
    ? {
        message: t('form.problem.beyondCap', {
          days: String(cap.days),
          date: formatFormDay(cap.lastDay),
        }),
        instead: cap.lastDay,
      }
    : {};
}

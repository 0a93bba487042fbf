import { useId, useState } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { DateTime } from 'luxon';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { lastInstant } from '../../format/formatEnd';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { endText } from '../../request/endText';
import type { ViewContext } from '../../request/ViewContext';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { FormDialog } from '../FormDialog';
import { TextInput } from '../TextInput';
import { CommentField } from './CommentField';
import { commentProblem } from './commentProblem';

const OUTCOMES = ['keep', 'shorten', 'revoke'] as const;

type Outcome = (typeof OUTCOMES)[number];

/** Ends a quarterly review: it never lengthens. */
export function ReviewDialog(props: {
  dialog: FormDialogState;
  request: EscapeHatchRequest;
  context: ViewContext;
  act: (send: () => Promise<EscapeHatchRequest>) => Promise<void>;
}) {
  const { dialog, request, context, act } = props;
  const { t } = context;
  const classes = useDialogStyles();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>('keep');
  const [expiresAt, setExpiresAt] = useState('');
  const [comment, setComment] = useState('');
  const isMandatory = outcome === 'revoke';
  const aboutEnd =
    outcome === 'shorten'
      ? endProblem({ expiresAt, request, context })
      : undefined;
  const aboutComment = commentProblem({ comment, isMandatory, t });

  return (
    <FormDialog
      dialog={dialog}
      title={t('request.dialog.review.title', {
        number: String(request.number),
      })}
      maxWidth="sm"
      saveText={t('request.dialog.review.save')}
      refusalText={reason => t('request.dialog.refused', { reason })}
      isRight={aboutEnd === undefined && aboutComment === undefined}
      onSave={() =>
        act(() =>
          escapeHatchApi.reviewRequest(request.id, {
            expectedVersion: request.version,
            outcome,
            ...(outcome === 'shorten' && { expiresAt }),
            comment: comment.trim() || undefined,
          }),
        )
      }
    >
      {wasSubmitted => (
        <>
          <DialogContentText className={classes.text}>
            {t('request.note.reviewText')}{' '}
            {t('request.dialog.version', { version: String(request.version) })}
          </DialogContentText>
          <FormLabel id={`${id}-outcome`} className={classes.label}>
            {t('request.dialog.review.outcome')}
          </FormLabel>
          <RadioGroup
            aria-labelledby={`${id}-outcome`}
            value={outcome}
            onChange={(_, value) => setOutcome(value as Outcome)}
          >
            {OUTCOMES.map(value => (
              <FormControlLabel
                key={value}
                value={value}
                control={<Radio color="primary" size="small" />}
                label={
                  value === 'keep'
                    ? t('request.dialog.review.keep', {
                        end: endText(request.expiresAt, context),
                      })
                    : t(`request.dialog.review.${value}`)
                }
              />
            ))}
          </RadioGroup>
          {outcome === 'shorten' && (
            <div className={classes.field}>
              <TextInput
                id={`${id}-end`}
                label={t('request.dialog.review.ends', {
                  timeZone: context.timeZone,
                })}
                problem={wasSubmitted ? aboutEnd : undefined}
                type="date"
                isMandatory
                value={expiresAt}
                onChange={setExpiresAt}
              />
            </div>
          )}
          <div className={classes.field}>
            <CommentField
              id={`${id}-comment`}
              isMandatory={isMandatory}
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
  request: EscapeHatchRequest;
  context: ViewContext;
}): string | undefined {
  const { expiresAt, request, context } = options;
  const { t, now, timeZone } = context;
  const day = (at: Date) =>
    DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '';
  if (expiresAt === '') {
    return t('request.dialog.review.endsMissing');
  }
  // Days as texts compare as days do.
  if (expiresAt < day(now)) {
    return t('request.dialog.review.endsPast');
  }
  return expiresAt >= day(lastInstant(request.expiresAt))
    ? t('request.dialog.review.endsLater', {
        end: endText(request.expiresAt, context),
      })
    : undefined;
}

import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Review,
  ReviewAction,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { FormDialog } from '../FormDialog';
import { OutcomeField } from './OutcomeField';
import { type Outcome, outcomeChange, outcomeOf } from './outcome';

/** Records what became of an action, with the number that it was to change. */
export function OutcomeDialog(props: {
  dialog: FormDialogState;
  reviewId: string;
  action: ReviewAction;
  onChanged: (review: Review) => void;
}) {
  const { dialog, reviewId, action, onChanged } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | undefined>(
    outcomeOf(action),
  );
  const [before, setBefore] = useState(action.before ?? '');
  const [after, setAfter] = useState(action.after ?? '');
  const lacksBefore = before.trim() === '' && after.trim() !== '';
  const lacksAfter = after.trim() === '' && before.trim() !== '';
  const pairProblem = t('review.outcome.pairMissing');

  const save = async () => {
    const change = outcomeChange({ action, outcome: outcome!, before, after });
    onChanged(await doraApi.updateReview(reviewId, { actions: [change] }));
  };

  return (
    <FormDialog
      dialog={dialog}
      title={t('review.outcome.title')}
      maxWidth="sm"
      saveText={t('review.outcome.save')}
      refusalText={reason => t('review.outcome.refused', { reason })}
      isRight={outcome !== undefined && !lacksBefore && !lacksAfter}
      onSave={save}
    >
      {wasSubmitted => (
        <>
          <div>{action.title}</div>
          <OutcomeField
            value={outcome}
            isMissing={wasSubmitted && !outcome}
            onChange={setOutcome}
          />
          <TextField
            id={`${id}-before`}
            className={classes.field}
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
            variant="outlined"
            size="small"
            fullWidth
            label={t('review.outcome.after')}
            value={after}
            onChange={event => setAfter(event.target.value)}
            error={wasSubmitted && lacksAfter}
            helperText={wasSubmitted && lacksAfter ? pairProblem : undefined}
          />
        </>
      )}
    </FormDialog>
  );
}

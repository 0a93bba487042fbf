import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import type { MomentContext } from '../../format/MomentContext';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { EMPTY_ACTION } from '../../reviews/ActionDraft';
import { actionProblems } from '../../reviews/actionProblems';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionFields } from '../ActionFields';
import { FormDialog } from '../FormDialog';

/** One more action for a review that is there already. */
export function AddActionDialog(props: {
  dialog: FormDialogState;
  reviewId: string;
  context: MomentContext;
  onChanged: (review: Review) => void;
}) {
  const { dialog, reviewId, context, onChanged } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const [action, setAction] = useState(EMPTY_ACTION);
  const problems = actionProblems({ action, ...context, t });

  const save = async () => {
    const { title, owner, dueDate } = action;
    onChanged(
      await doraApi.updateReview(reviewId, {
        actions: [{ title: title.trim(), owner, dueDate }],
      }),
    );
  };

  return (
    <FormDialog
      dialog={dialog}
      title={t('review.actions.add')}
      maxWidth="md"
      saveText={t('review.actions.add')}
      refusalText={reason => t('review.actions.refused', { reason })}
      isRight={Object.keys(problems).length === 0}
      onSave={save}
    >
      {wasSubmitted => (
        <div className={classes.field}>
          <ActionFields
            name="action"
            action={action}
            problems={wasSubmitted ? problems : {}}
            timeZone={context.timeZone}
            onChange={setAction}
          />
        </div>
      )}
    </FormDialog>
  );
}

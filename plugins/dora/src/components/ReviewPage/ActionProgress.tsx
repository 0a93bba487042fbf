import { useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Review,
  ReviewAction,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';
import { ActionStateWord } from './ActionStateWord';
import { WithButton } from './WithButton';

/** How an action stands, and the button that says it is done, or is not after all. */
export function ActionProgress(props: {
  reviewId: string;
  action: ReviewAction;
  context: MomentContext;
  /** The reader may change the review. */
  mayChange: boolean;
  onChanged: (review: Review) => void;
}) {
  const { reviewId, action, context, mayChange, onChanged } = props;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const status = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { id, title, state } = action;
  const isOpen = state === 'open';

  const change = async () => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      onChanged(
        await doraApi.updateReview(reviewId, {
          actions: [{ id, state: isOpen ? 'done' : 'open' }],
        }),
      );
      status.current?.focus();
    } catch (error) {
      setRefusal(t('review.actions.refused', { reason: errorText(error, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <WithButton
        button={
          mayChange && (
            <ActionButton
              color="primary"
              aria-busy={isBusy}
              aria-label={
                isOpen
                  ? t('review.actions.markDoneOf', { title })
                  : t('review.actions.reopenOf', { title })
              }
              onClick={change}
            >
              {isOpen
                ? t('review.actions.markDone')
                : t('review.actions.reopen')}
            </ActionButton>
          )
        }
      >
        <div ref={status} role="status" tabIndex={-1}>
          <ActionStateWord
            action={action}
            context={context}
            note={action.outcome ? undefined : t('review.actions.nextTime')}
          />
        </div>
      </WithButton>
      {refusal && <FormError>{refusal}</FormError>}
    </>
  );
}

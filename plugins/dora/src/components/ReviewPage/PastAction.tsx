import { useRef } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import BlockIcon from '@material-ui/icons/Block';
import SameIcon from '@material-ui/icons/DragHandle';
import type {
  Review,
  ReviewAction,
} from '@golden-path/backstage-plugin-dora-common';
import type { MomentContext } from '../../format/MomentContext';
import { useFormDialog } from '../../hooks/useFormDialog';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { ActionStateWord } from './ActionStateWord';
import { OutcomeDialog } from './OutcomeDialog';
import { WithButton } from './WithButton';

/** What became of one action, and the way to record it. The status takes the focus once it is recorded. */
export function PastAction(props: {
  reviewId: string;
  action: ReviewAction;
  context: MomentContext;
  /** The reader may change the review. */
  mayChange: boolean;
  onChanged: (review: Review) => void;
}) {
  const { reviewId, action, context, mayChange, onChanged } = props;
  const t = useDoraTranslation();
  const status = useRef<HTMLDivElement>(null);
  const { open, dialog } = useFormDialog(() => status.current?.focus());
  const isDecided = action.state === 'not-done' || action.outcome !== undefined;
  return (
    <>
      <WithButton
        button={
          mayChange && (
            <ActionButton
              color="primary"
              aria-label={t('review.past.recordOf', { title: action.title })}
              onClick={open}
            >
              {isDecided ? t('review.past.change') : t('review.past.record')}
            </ActionButton>
          )
        }
      >
        <div ref={status} role="status" tabIndex={-1}>
          <OutcomeWord action={action} context={context} />
        </div>
      </WithButton>
      {dialog && (
        <OutcomeDialog
          dialog={dialog}
          reviewId={reviewId}
          action={action}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

function OutcomeWord(props: { action: ReviewAction; context: MomentContext }) {
  const { action, context } = props;
  const { state, outcome, before, after } = action;
  const t = useDoraTranslation();
  const numbers = before && after && (
    <div className="small">
      {t('review.past.beforeAfter', { before, after })}
    </div>
  );
  if (outcome === 'worked') {
    return (
      <IconWord icon={CheckIcon} tone="ok">
        {t('review.outcome.worked')}
        {numbers}
      </IconWord>
    );
  }
  if (outcome === 'no-effect') {
    return (
      <IconWord icon={SameIcon} tone="quiet">
        {t('review.outcome.noEffect')}
        {numbers}
      </IconWord>
    );
  }
  return state === 'not-done' ? (
    <IconWord icon={BlockIcon} tone="warn">
      {t('review.outcome.notDone')}
      {numbers}
    </IconWord>
  ) : (
    <ActionStateWord action={action} context={context} />
  );
}

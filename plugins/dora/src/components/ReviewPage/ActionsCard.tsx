import { useEffect, useRef, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { formatDate } from '../../format/formatDate';
import type { MomentContext } from '../../format/MomentContext';
import { useFormDialog } from '../../hooks/useFormDialog';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { TabCard } from '../TabCard';
import { ActionProgress } from './ActionProgress';
import { AddActionDialog } from './AddActionDialog';

/** What the review decided: who does what until when, and how it stands. */
export function ActionsCard(props: {
  review: Review;
  context: MomentContext;
  /** The reader may change the review. */
  mayChange: boolean;
  onChanged: (review: Review) => void;
}) {
  const { review, context, mayChange, onChanged } = props;
  const { actions } = review;
  const t = useDoraTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const [wantsFocus, setWantsFocus] = useState(false);
  const { open, dialog } = useFormDialog(() => setWantsFocus(true));
  const title = t('review.actions.title');

  useEffect(() => {
    if (wantsFocus) {
      // The new action is the last one.
      body.current
        ?.querySelector<HTMLElement>('tr:last-child [role="status"]')
        ?.focus();
      setWantsFocus(false);
    }
  }, [wantsFocus]);

  return (
    <TabCard
      title={title}
      controls={
        mayChange && (
          <span data-print="no">
            <ActionButton variant="outlined" onClick={open}>
              {t('review.actions.add')}
            </ActionButton>
          </span>
        )
      }
    >
      {actions.length === 0 ? (
        <div className="quiet">{t('review.actions.none')}</div>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('review.actions.action')}</th>
              <th scope="col">{t('review.actions.owner')}</th>
              <th scope="col">{t('review.actions.due')}</th>
              <th scope="col">{t('review.actions.state')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {actions.map(action => (
              <tr key={action.id}>
                <td>{action.title}</td>
                <td>
                  <EntityRefLink entityRef={action.owner} hideIcon />
                </td>
                <td className="day">{formatDate(action.dueDate, context)}</td>
                <td>
                  <ActionProgress
                    reviewId={review.id}
                    action={action}
                    context={context}
                    mayChange={mayChange}
                    onChanged={onChanged}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dialog && (
        <AddActionDialog
          dialog={dialog}
          reviewId={review.id}
          context={context}
          onChanged={onChanged}
        />
      )}
    </TabCard>
  );
}

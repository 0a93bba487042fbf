import { useEffect, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { formatDate } from '../../format/formatDate';
import { formatMonth, formatMonthName } from '../../format/formatMonth';
import type { MomentContext } from '../../format/MomentContext';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { PastAction } from './PastAction';

/** What became of the actions that the review before decided; here their outcome is recorded. */
export function PastActionsCard(props: {
  /** Of the review before, `YYYY-MM`. */
  month: string;
  /** That review; null where there is none. */
  request: Refreshed<Review | null>;
  context: MomentContext;
  /** The reader may change the review. */
  mayChange: boolean;
}) {
  const { month, request, context, mayChange } = props;
  const t = useDoraTranslation();
  const [past, setPast] = useState(request.value);
  useEffect(() => setPast(request.value), [request.value]);
  const title = t('review.past.title', { month: formatMonthName(month) });

  if (past === undefined) {
    return (
      <TabCard title={title}>
        {request.error ? (
          <LoadError error={request.error} retry={request.retry} />
        ) : (
          <Skeleton label={t('review.detail.loading')} height={100} />
        )}
      </TabCard>
    );
  }
  if (past === null || past.actions.length === 0) {
    return (
      <TabCard title={title}>
        <div className="quiet">
          {t(past === null ? 'review.past.none' : 'review.past.noActions', {
            month: formatMonth(month),
          })}
        </div>
      </TabCard>
    );
  }
  const worked = past.actions.filter(({ outcome }) => outcome === 'worked');
  return (
    <TabCard
      title={title}
      hint={t('review.past.worked', {
        worked: String(worked.length),
        count: past.actions.length,
      })}
    >
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('review.actions.action')}</th>
            <th scope="col">{t('review.actions.owner')}</th>
            <th scope="col">{t('review.actions.due')}</th>
            <th scope="col">{t('review.past.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {past.actions.map(action => (
            <tr key={action.id}>
              <td>{action.title}</td>
              <td>
                <EntityRefLink entityRef={action.owner} hideIcon />
              </td>
              <td className="day">{formatDate(action.dueDate, context)}</td>
              <td>
                <PastAction
                  reviewId={past.id}
                  action={action}
                  context={context}
                  mayChange={mayChange}
                  onChanged={setPast}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}

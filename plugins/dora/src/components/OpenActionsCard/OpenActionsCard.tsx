import { Link } from '@backstage/core-components';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { formatMonth } from '../../format/formatMonth';
import type { MomentContext } from '../../format/MomentContext';
import { useLatestReviews } from '../../hooks/useLatestReviews';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionItem } from '../ActionItem';
import { PlainList } from '../PlainList';
import { Loaded, TabCard } from '../TabCard';

/** What the team promised and has not done yet, soonest first. */
export function OpenActionsCard(props: {
  scope: string;
  context: MomentContext;
}) {
  const { scope, context } = props;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const request = useLatestReviews(scope);
  const latest = request.value?.[0];
  const title = t('summary.actions.title');
  return (
    <TabCard
      title={title}
      controls={
        links &&
        latest && (
          <Link to={links.review(latest.id)}>
            {t('summary.actions.reviewOf', {
              month: formatMonth(latest.month),
            })}
          </Link>
        )
      }
    >
      <Loaded request={request} label={t('summary.review.loading')}>
        {reviews => {
          const open = openActions(reviews);
          if (open.length > 0) {
            return (
              <PlainList label={title}>
                {open.map(action => (
                  <li key={action.id}>
                    <ActionItem action={action} context={context} />
                  </li>
                ))}
              </PlainList>
            );
          }
          return reviews.length === 0
            ? t('summary.actions.noReview')
            : t('summary.actions.none');
        }}
      </Loaded>
    </TabCard>
  );
}

function openActions(reviews: Review[]) {
  return reviews
    .flatMap(({ actions }) => actions)
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.dueDate.localeCompare(b.dueDate));
}

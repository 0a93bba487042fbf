import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { formatDay } from '../../format/formatMoment';
import { formatMonth } from '../../format/formatMonth';
import type { MomentContext } from '../../format/MomentContext';
import { formatPercent } from '../../format/formatPercent';
import { useLatestReviews } from '../../hooks/useLatestReviews';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionItem } from '../ActionItem';
import { PlainList } from '../PlainList';
import { Loaded, TabCard } from '../TabCard';

/** What the last monthly review found and decided. */
export function ReviewCard(props: { scope: string; context: MomentContext }) {
  const { scope, context } = props;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const request = useLatestReviews(scope);
  return (
    <TabCard
      title={t('summary.review.title')}
      controls={
        links && (
          <Link to={links.reviews({ scope })}>{t('summary.review.all')}</Link>
        )
      }
    >
      <Loaded request={request} label={t('summary.review.loading')}>
        {([latest]) =>
          latest ? (
            <ReviewSummary review={latest} context={context} />
          ) : (
            t('summary.review.none')
          )
        }
      </Loaded>
    </TabCard>
  );
}

function ReviewSummary(props: { review: Review; context: MomentContext }) {
  const { review, context } = props;
  const { bottleneck, actions } = review;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const month = formatMonth(review.month);
  return (
    <>
      <div>
        {t('summary.review.reviewed', {
          month: links ? (
            <Link to={links.review(review.id)}>{month}</Link>
          ) : (
            month
          ),
          day: formatDay(review.reviewedAt, context),
          person: <EntityRefLink entityRef={review.reviewedBy} hideIcon />,
        })}{' '}
        {bottleneck &&
          t('summary.review.bottleneck', {
            stage: t(`stage.inText.${bottleneck.stage}`),
            share: formatPercent(bottleneck.share, 0),
          })}{' '}
        {actions.length === 0 && t('summary.review.noActions')}
      </div>
      {actions.length > 0 && (
        <PlainList label={t('summary.review.actions')}>
          {actions.map(action => (
            <li key={action.id}>
              <ActionItem action={action} context={context} />
            </li>
          ))}
        </PlainList>
      )}
    </>
  );
}

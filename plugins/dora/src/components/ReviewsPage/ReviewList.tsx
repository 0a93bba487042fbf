import { useCallback } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import CheckIcon from '@material-ui/icons/Check';
import ClockIcon from '@material-ui/icons/Schedule';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  doraReviewCreatePermission,
  type Review,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatMonth } from '../../format/formatMonth';
import { formatWeekday } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { formatPercent } from '../../format/formatPercent';
import { useMay } from '../../hooks/useMay';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useRefreshed } from '../../hooks/useRefreshed';
import { lastCompleteMonth } from '../../reviews/lastCompleteMonth';
import { type MonthRow, monthRows } from '../../reviews/monthRows';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { ActionsSummary } from './ActionsSummary';

/** The most that one answer holds: four decades of months. */
const LIMIT = 500;

/** Month by month what was reviewed, and what is to be. */
export function ReviewList(props: {
  scope: string;
  context: MomentContext;
  onStart: (month: string) => void;
}) {
  const { scope, context, onStart } = props;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const mayStart = useMay(doraReviewCreatePermission, scope);
  const load = useCallback(
    () => doraApi.listReviews({ scope, limit: LIMIT }),
    [doraApi, scope],
  );
  const { value, error, retry } = useRefreshed(load);
  const title = t('review.list.title');
  if (!value) {
    return (
      <TabCard title={title}>
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <Skeleton label={t('review.list.loading')} height={200} />
        )}
      </TabCard>
    );
  }
  const last = lastCompleteMonth(context.now, context.timeZone);
  return (
    <TabCard title={title}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('review.list.month')}</th>
            <th scope="col">{t('review.list.state')}</th>
            <th scope="col">{t('review.list.bottleneck')}</th>
            <th scope="col">{t('review.list.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {monthRows({
            reviews: value.items,
            ready: value.ready,
            last,
          }).map(row => (
            <Month
              key={row.month}
              row={row}
              context={context}
              onStart={mayStart ? onStart : undefined}
            />
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}

function Month(props: {
  row: MonthRow;
  context: MomentContext;
  /** Left out where the reader may not. */
  onStart?: (month: string) => void;
}) {
  const { row, context, onStart } = props;
  const { month, review, isReady } = row;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const name = formatMonth(month);
  if (!review) {
    return (
      <tr>
        <td className="line">{name}</td>
        <td>
          <IconWord icon={ClockIcon} tone="quiet">
            {isReady ? t('review.list.ready') : t('review.list.notReviewed')}
          </IconWord>
        </td>
        <td>–</td>
        <td>
          {onStart ? (
            <ActionButton variant="outlined" onClick={() => onStart(month)}>
              {t('review.list.start', { month: name })}
            </ActionButton>
          ) : (
            '–'
          )}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className="line">
        {links ? <Link to={links.review(review.id)}>{name}</Link> : name}
      </td>
      <td>
        <Reviewed review={review} context={context} />
      </td>
      <td>
        {review.bottleneck
          ? t('review.list.share', {
              stage: t(`stage.name.${review.bottleneck.stage}`),
              share: formatPercent(review.bottleneck.share, 0),
            })
          : t('review.list.noBottleneck')}
      </td>
      <td>
        <ActionsSummary actions={review.actions} />
      </td>
    </tr>
  );
}

function Reviewed(props: { review: Review; context: MomentContext }) {
  const { review, context } = props;
  const t = useDoraTranslation();
  return (
    <IconWord icon={CheckIcon} tone="ok">
      {t('review.list.reviewed', {
        date: formatWeekday(review.reviewedAt, context),
        person: <EntityRefLink entityRef={review.reviewedBy} hideIcon />,
      })}
    </IconWord>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  doraReviewUpdatePermission,
  type Review,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatDate } from '../../format/formatDate';
import { formatMoment, formatWeekday } from '../../format/formatMoment';
import { formatMonth } from '../../format/formatMonth';
import { useMay } from '../../hooks/useMay';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useRefreshed } from '../../hooks/useRefreshed';
import { ALL } from '../../hooks/useScope';
import { moveMonth } from '../../reviews/moveMonth';
import { statusTone } from '../../theme/statusTone';
import { useGridStyles } from '../../theme/useGridStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DetailHead } from '../DetailHead';
import { BottleneckCard, NumbersCard } from '../ReviewNumbers';
import { ActionsCard } from './ActionsCard';
import { NotesCard } from './NotesCard';
import { PastActionsCard } from './PastActionsCard';
import { PrintArea } from './PrintArea';
import { ReviewExports } from './ReviewExports';

const useStyles = makeStyles(
  theme => ({
    foot: {
      marginTop: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'DoraReviewContent' },
);

/** Numbers, bottleneck, what became of the last actions, the new ones, and notes. */
export function ReviewContent(props: {
  review: Review;
  timeZone: string;
  onChanged: (review: Review) => void;
}) {
  const { review, timeZone, onChanged } = props;
  const { scope, month } = review;
  const t = useDoraTranslation();
  const classes = useStyles();
  const grid = useGridStyles();
  const links = usePageLinks();
  const { state } = useLocation();
  const title = useRef<HTMLHeadingElement>(null);
  const [now] = useState(() => new Date());
  const context = { now, timeZone };
  const mayChange = useMay(doraReviewUpdatePermission, scope) ?? false;
  const past = usePastReview(review);
  // The form for a new review leads here.
  const wasJustSaved = Boolean(state?.isSaved);

  useEffect(() => {
    if (wasJustSaved) {
      title.current?.focus();
    }
  }, [wasJustSaved]);

  return (
    <PrintArea>
      <DetailHead
        titleRef={title}
        back={{
          to: links?.reviews(scope === ALL ? {} : { scope }) ?? '..',
          text: t('review.detail.back'),
        }}
        title={t('review.detail.title', { month: formatMonth(month) })}
        actions={<ReviewExports review={review} />}
        facts={[
          {
            name: t('review.detail.scope'),
            value:
              scope === ALL ? (
                t('review.detail.allServices')
              ) : (
                <EntityRefLink entityRef={scope} hideIcon />
              ),
          },
          {
            name: t('review.detail.reviewed'),
            value: (
              <>
                {t('review.detail.reviewedBy', {
                  date: formatWeekday(review.reviewedAt, context),
                })}{' '}
                <EntityRefLink entityRef={review.reviewedBy} hideIcon />
              </>
            ),
          },
          {
            name: t('review.detail.next'),
            value: t('review.detail.nextFrom', {
              // The month after can be reviewed when it is over.
              date: formatDate(`${moveMonth(month, 2)}-01`, context),
            }),
          },
        ]}
      />
      <div className={grid.wideAndNarrow}>
        <NumbersCard
          metrics={review.metrics}
          month={month}
          hint={t('review.numbers.frozen', {
            time: formatMoment(review.frozenAt, context),
          })}
        />
        <BottleneckCard
          bottleneck={review.bottleneck}
          stages={review.metrics.stages}
          month={month}
        />
      </div>
      <div className={grid.one}>
        <PastActionsCard
          month={moveMonth(month, -1)}
          request={past}
          context={context}
          mayChange={mayChange}
        />
        <ActionsCard
          review={review}
          context={context}
          mayChange={mayChange}
          onChanged={onChanged}
        />
        <NotesCard
          review={review}
          mayChange={mayChange}
          onChanged={onChanged}
        />
      </div>
      {review.demo && <p className={classes.foot}>{t('page.demo')}</p>}
    </PrintArea>
  );
}

/** The review of the month before; null where there is none. */
function usePastReview({ scope, month }: Review) {
  const doraApi = useApi(doraApiRef);
  const load = useCallback(async () => {
    const { items } = await doraApi.listReviews({ scope, limit: 500 });
    const before = moveMonth(month, -1);
    return items.find(item => item.month === before) ?? null;
  }, [doraApi, scope, month]);
  return useRefreshed(load);
}

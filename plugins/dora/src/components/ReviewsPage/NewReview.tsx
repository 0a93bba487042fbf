import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  doraReviewCreatePermission,
  type Review,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatMonth } from '../../format/formatMonth';
import type { MomentContext } from '../../format/MomentContext';
import { useMay } from '../../hooks/useMay';
import { useRefreshed } from '../../hooks/useRefreshed';
import { periodWindow } from '../../period/periodWindow';
import { moveMonth } from '../../reviews/moveMonth';
import { useGridStyles } from '../../theme/useGridStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { BottleneckCard, NumbersCard } from '../ReviewNumbers';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { NewReviewForm } from './NewReviewForm';
import { NotAllowed } from './NotAllowed';

/** The numbers of a month, and under them what is to be said and done about them. */
export function NewReview(props: {
  scope: string;
  /** `YYYY-MM` */
  month: string;
  context: MomentContext;
  onCancel: () => void;
  onSaved: (review: Review) => void;
}) {
  const { scope, month, context, onCancel, onSaved } = props;
  const t = useDoraTranslation();
  const grid = useGridStyles();
  const doraApi = useApi(doraApiRef);
  const mayWrite = useMay(doraReviewCreatePermission, scope);
  const { timeZone } = context;
  const load = useCallback(
    () =>
      doraApi.getMetrics({
        scope,
        ...periodWindow(
          { from: `${month}-01`, to: `${moveMonth(month, 1)}-01` },
          timeZone,
        ),
        granularity: 'month',
      }),
    [doraApi, scope, month, timeZone],
  );
  const { value: metrics, error, retry } = useRefreshed(load);
  return (
    <>
      {metrics ? (
        <div className={grid.wideAndNarrow}>
          <NumbersCard
            metrics={metrics}
            month={month}
            hint={t('review.form.live')}
          />
          <BottleneckCard
            bottleneck={metrics.bottleneck}
            stages={metrics.stages}
            month={month}
          />
        </div>
      ) : (
        <TabCard
          title={t('review.form.numbers', { month: formatMonth(month) })}
        >
          {error ? (
            <LoadError error={error} retry={retry} />
          ) : (
            <Skeleton label={t('review.form.loadingNumbers')} height={200} />
          )}
        </TabCard>
      )}
      <div className={grid.one}>
        {mayWrite && (
          <NewReviewForm
            scope={scope}
            month={month}
            context={context}
            onCancel={onCancel}
            onSaved={onSaved}
          />
        )}
        {mayWrite === false && <NotAllowed month={month} onBack={onCancel} />}
      </div>
    </>
  );
}

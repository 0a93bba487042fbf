import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { doraApiRef } from '../../api/doraApiRef';
import { useBackendTimeZone } from '../../hooks/useBackendTimeZone';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { ReviewContent } from './ReviewContent';

/** One monthly review: what was decided, and did it work. */
export function ReviewPage() {
  const { reviewId = '' } = useParams();
  // A key, so that nothing of the review before is shown as this one's.
  return <OneReview key={reviewId} id={reviewId} />;
}

function OneReview({ id }: { id: string }) {
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const { timeZone } = useBackendTimeZone();
  const load = useCallback(() => doraApi.getReview(id), [doraApi, id]);
  const { value, error, retry } = useRefreshed(load);
  const [review, setReview] = useState(value);
  useEffect(() => setReview(value), [value]);

  if (review) {
    return (
      <ReviewContent
        review={review}
        timeZone={timeZone}
        onChanged={setReview}
      />
    );
  }
  return error ? (
    <LoadError error={error} retry={retry} />
  ) : (
    <Skeleton label={t('review.detail.loading')} height={480} />
  );
}

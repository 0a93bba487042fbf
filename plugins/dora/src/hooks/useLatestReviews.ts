import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../api/doraApiRef';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** As many months back an action may still be open. */
const MONTHS = 6;

/** The newest reviews of a scope, newest first. */
export function useLatestReviews(scope: string): Refreshed<Review[]> {
  const doraApi = useApi(doraApiRef);
  const load = useCallback(
    async () => (await doraApi.listReviews({ scope, limit: MONTHS })).items,
    [doraApi, scope],
  );
  return useRefreshed(load);
}

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../api/doraApiRef';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** The configured sources and how they fare. */
export function useSources(): Refreshed<DoraSourceStatus[]> {
  const doraApi = useApi(doraApiRef);
  const load = useCallback(
    async () => (await doraApi.listSources()).items,
    [doraApi],
  );
  return useRefreshed(load);
}

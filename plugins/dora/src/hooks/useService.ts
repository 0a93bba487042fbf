import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { DoraService } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../api/doraApiRef';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** What runs where of one service; null where nothing is known of it. */
export function useService(entityRef: string): Refreshed<DoraService | null> {
  const doraApi = useApi(doraApiRef);
  const load = useCallback(async () => {
    const { items } = await doraApi.listServices({ scope: entityRef });
    return items[0] ?? null;
  }, [doraApi, entityRef]);
  return useRefreshed(load);
}

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from '../api/sloApiRef';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** All SLOs of an entity with their present state, in one request. */
export function useEntityBudget(entityRef: string): Refreshed<EntityBudget> {
  const sloApi = useApi(sloApiRef);
  const load = useCallback(
    () => sloApi.getEntityBudget(entityRef),
    [sloApi, entityRef],
  );
  return useRefreshed(load);
}

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useRefreshed } from '../../hooks/useRefreshed';

/** The smallest cap of rules, in days; undefined until, or unless, the rules are known. */
export function useMaxDays(ruleIds: string[]): number | undefined {
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const load = useCallback(() => escapeHatchApi.listRules(), [escapeHatchApi]);
  const { value } = useRefreshed(load);
  const days = value?.items
    .filter(({ id }) => ruleIds.includes(id))
    .map(({ maxDays }) => maxDays);
  return days?.length ? Math.min(...days) : undefined;
}

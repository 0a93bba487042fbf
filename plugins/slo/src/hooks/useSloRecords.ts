import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Episode,
  Page,
  PolicyChange,
  SloDetail,
} from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from '../api/sloApiRef';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** Rows at first, and with each click on "Show more". */
const FIRST = 5;
const MORE = 20;

/** What the tab shows of one SLO beside its status and its burn-down. */
export interface SloRecords {
  detail: Refreshed<SloDetail>;
  episodes: Refreshed<Page<Episode>>;
  moreEpisodes: () => void;
  policyHistory: Refreshed<Page<PolicyChange>>;
  morePolicyHistory: () => void;
}

export function useSloRecords(id: string): SloRecords {
  const sloApi = useApi(sloApiRef);
  const [episodeLimit, setEpisodeLimit] = useState(FIRST);
  const [policyLimit, setPolicyLimit] = useState(FIRST);
  const loadDetail = useCallback(() => sloApi.getSlo(id), [sloApi, id]);
  const loadEpisodes = useCallback(
    () => sloApi.getEpisodes(id, { limit: episodeLimit }),
    [sloApi, id, episodeLimit],
  );
  const loadPolicyHistory = useCallback(
    () => sloApi.getPolicyHistory(id, { limit: policyLimit }),
    [sloApi, id, policyLimit],
  );
  return {
    detail: useRefreshed(loadDetail),
    episodes: useRefreshed(loadEpisodes),
    moreEpisodes: () => setEpisodeLimit(limit => limit + MORE),
    policyHistory: useRefreshed(loadPolicyHistory),
    morePolicyHistory: () => setPolicyLimit(limit => limit + MORE),
  };
}

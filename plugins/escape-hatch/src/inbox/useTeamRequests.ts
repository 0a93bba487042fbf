import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../api/escapeHatchApiRef';
import { type Refreshed, useRefreshed } from '../hooks/useRefreshed';
import { OPEN_PHASES } from '../states/openPhases';

/** Of each team: an inbox is no archive. */
const LIMIT = 25;

/** Open and active requests of teams, soonest end first. */
export interface TeamRequests {
  items: EscapeHatchRequest[];
  /** Teams that have more. */
  hasMore: string[];
}

/** What the reader's teams have asked for and have. */
export function useTeamRequests(teams: string[]): Refreshed<TeamRequests> {
  const api = useApi(escapeHatchApiRef);
  // The same teams come in another array with each refresh of the inbox.
  const key = teams.join();
  const load = useCallback(async (): Promise<TeamRequests> => {
    const owners = key === '' ? [] : key.split(',');
    const pages = await Promise.all(
      owners.map(owner =>
        api.listRequests({
          owner,
          phase: OPEN_PHASES,
          order: 'expiry',
          limit: LIMIT,
        }),
      ),
    );
    const byId = new Map(
      pages.flatMap(({ items }) => items.map(item => [item.id, item])),
    );
    return {
      items: [...byId.values()].sort(
        (a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt),
      ),
      hasMore: owners.filter((_, i) => pages[i].nextCursor !== undefined),
    };
  }, [api, key]);
  return useRefreshed(load);
}

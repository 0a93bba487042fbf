import { useMemo } from 'react';
import type { EscapeHatchRequestQuery } from '@golden-path/backstage-plugin-escape-hatch-common';
import { useSearchParams } from 'react-router-dom';
import { PHASE_FILTERS, phasesOf, type PhaseFilter } from './PhaseFilter';

const ORDERS = ['newest', 'expiry'] as const;
export type Order = (typeof ORDERS)[number];

/** What the list is narrowed to, by the URL: `?state=open&rule=probes&owner=group:default/ml-team&order=expiry`. */
export interface RequestFilters {
  state: PhaseFilter;
  /** Id of a rule; empty for all. */
  rule: string;
  /** Full ref; empty for all. */
  owner: string;
  /** Full ref of the service; empty for all. */
  entityRef: string;
  order: Order;
  /** Whether anything narrows the list. */
  isNarrowed: boolean;
  set: (
    name: 'state' | 'rule' | 'owner' | 'entityRef' | 'order',
    value: string,
  ) => void;
  clear: () => void;
  /** The same for the API. */
  query: EscapeHatchRequestQuery;
}

const STANDARD: Record<string, string> = { state: 'all', order: 'newest' };

export function useRequestFilters(): RequestFilters {
  const [search, setSearch] = useSearchParams();
  const state =
    PHASE_FILTERS.find(name => name === search.get('state')) ?? 'all';
  const order = ORDERS.find(name => name === search.get('order')) ?? 'newest';
  const rule = search.get('rule') ?? '';
  const owner = search.get('owner') ?? '';
  const entityRef = search.get('entityRef') ?? '';
  const query = useMemo(
    (): EscapeHatchRequestQuery => ({
      ...(state !== 'all' && { phase: phasesOf(state) }),
      ...(rule && { rule }),
      ...(owner && { owner }),
      ...(entityRef && { entityRef }),
      order,
    }),
    [state, rule, owner, entityRef, order],
  );
  return {
    state,
    rule,
    owner,
    entityRef,
    order,
    isNarrowed: Boolean(state !== 'all' || rule || owner || entityRef),
    query,
    clear: () => setSearch({}, { replace: true }),
    set: (name, value) =>
      setSearch(
        before => {
          const after = new URLSearchParams(before);
          if (value === (STANDARD[name] ?? '')) {
            after.delete(name);
          } else {
            after.set(name, value);
          }
          return after;
        },
        { replace: true },
      ),
  };
}

import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** As many as a list shows without scrolling far. */
const LIMIT = 20;
/** Typing is over. */
const PAUSE_MS = 250;

interface Found {
  /** Full refs of components, by name. */
  refs: string[];
  isLoading: boolean;
  error?: Error;
}

/** Components whose name or title has what was typed in it. */
export function useServices(typed: string): Found {
  const catalogApi = useApi(catalogApiRef);
  const [found, setFound] = useState<Found>({ refs: [], isLoading: true });
  useEffect(() => {
    let isCurrent = true;
    const search = async () => {
      setFound(before => ({ ...before, isLoading: true }));
      try {
        const { items } = await catalogApi.queryEntities({
          filter: { kind: 'Component' },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit: LIMIT,
          orderFields: { field: 'metadata.name', order: 'asc' },
          fullTextFilter: {
            term: typed.trim(),
            fields: ['metadata.name', 'metadata.title'],
          },
        });
        if (isCurrent) {
          setFound({
            refs: items.map(entity => stringifyEntityRef(entity)),
            isLoading: false,
          });
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (isCurrent) {
          setFound({ refs: [], isLoading: false, error });
        }
      }
    };
    const timer = setTimeout(search, typed === '' ? 0 : PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [catalogApi, typed]);
  return found;
}

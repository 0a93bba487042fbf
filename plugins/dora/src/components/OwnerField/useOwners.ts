import { useEffect, useState } from 'react';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** As many as a list shows without scrolling far. */
const LIMIT = 20;
/** Typing is over. */
const PAUSE_MS = 250;

/** Somebody who can do something. */
export interface Owner {
  /** Full entity ref. */
  ref: string;
  name: string;
}

interface Found {
  owners: Owner[];
  isLoading: boolean;
  error?: Error;
}

/** Users and groups whose name has what was typed in it. */
export function useOwners(typed: string): Found {
  const catalogApi = useApi(catalogApiRef);
  const [found, setFound] = useState<Found>({ owners: [], isLoading: true });
  useEffect(() => {
    let isCurrent = true;
    const search = async () => {
      setFound(before => ({ ...before, isLoading: true }));
      try {
        const { items } = await catalogApi.queryEntities({
          filter: { kind: ['User', 'Group'] },
          fields: ['kind', 'metadata', 'spec.profile'],
          limit: LIMIT,
          orderFields: { field: 'metadata.name', order: 'asc' },
          fullTextFilter: {
            term: typed.trim(),
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
        });
        if (isCurrent) {
          setFound({ owners: items.map(toOwner), isLoading: false });
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (isCurrent) {
          setFound({ owners: [], isLoading: false, error });
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

/** `publishing-lead` of `user:default/publishing-lead`. */
export function ownerName(ref: string): string {
  return parseEntityRef(ref).name;
}

function toOwner(entity: Entity): Owner {
  return { ref: stringifyEntityRef(entity), name: entity.metadata.name };
}

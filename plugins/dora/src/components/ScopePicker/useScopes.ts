import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** A part of the catalog that can be looked at. */
export interface ScopeOption {
  /** `all` or a full entity ref. */
  scope: string;
  name: string;
  kind: 'all' | 'group' | 'system';
}

/** Groups and systems of the catalog, by kind and name. */
export function useScopes() {
  const catalogApi = useApi(catalogApiRef);
  return useAsync(async () => {
    const { items } = await catalogApi.getEntities({
      filter: { kind: ['Group', 'System'] },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.title',
        'spec.profile.displayName',
      ],
    });
    return items
      .map(toOption)
      .sort(
        (a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name),
      );
  }, [catalogApi]);
}

function toOption(entity: Entity): ScopeOption {
  const { profile } = (entity.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  return {
    scope: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
    kind: entity.kind.toLowerCase() === 'group' ? 'group' : 'system',
  };
}

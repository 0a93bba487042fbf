import type { ReactNode } from 'react';
import { ApiProvider } from '@backstage/core-app-api';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../src/api/doraApiRef';
import { entities } from '../src/__fixtures__/entities';

/** A page's surroundings with an api that answers as told. */
export function Frame(props: {
  api: DoraApi;
  entity?: Entity;
  children: ReactNode;
}) {
  const { api, entity, children } = props;
  const apis: Record<string, unknown> = {
    [doraApiRef.id]: api,
    [catalogApiRef.id]: {
      queryEntities: async () => ({
        items: entities,
        totalItems: entities.length,
        pageInfo: {},
      }),
      getEntities: async () => ({ items: entities }),
      getEntitiesByRefs: async () => ({ items: [] }),
      getEntityByRef: async () => undefined,
    },
  };
  const holder = { get: ({ id }: { id: string }) => apis[id] as never };
  return (
    <ApiProvider apis={holder}>
      {entity ? (
        <EntityProvider entity={entity}>{children}</EntityProvider>
      ) : (
        children
      )}
    </ApiProvider>
  );
}

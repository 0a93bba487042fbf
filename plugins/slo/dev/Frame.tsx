import type { ReactNode } from 'react';
import { ApiProvider } from '@backstage/core-app-api';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import type { SloApi } from '@golden-path/backstage-plugin-slo-common';
import { apiService } from '../src/__fixtures__/slos';
import { sloApiRef } from '../src/api/sloApiRef';

/** An entity page's surroundings with an api that answers as told. */
export function Frame(props: { api: SloApi; children: ReactNode }) {
  const holder = {
    get: ({ id }: { id: string }) => apis(props.api)[id] as never,
  };
  return (
    <ApiProvider apis={holder}>
      <EntityProvider entity={apiService}>{props.children}</EntityProvider>
    </ApiProvider>
  );
}

function apis(api: SloApi): Record<string, unknown> {
  return {
    [sloApiRef.id]: api,
    [catalogApiRef.id]: { getEntityByRef: async () => apiService },
  };
}

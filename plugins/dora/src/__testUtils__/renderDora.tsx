import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { entities } from '../__fixtures__/entities';
import { doraApiRef } from '../api/doraApiRef';
import { pageRouteRef } from '../routes';

/** Renders a page, or a tab of an entity's page, with a backend that answers as told. */
export function renderDora(
  element: ReactElement,
  options: {
    api: DoraApi;
    entity?: Entity;
    path?: string;
    /** The host has mounted the plugin's page. */
    hasPage?: boolean;
  },
) {
  const { api, entity, path = '/', hasPage = true } = options;
  return renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      apis: [
        [doraApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(hasPage && { '/dora': pageRouteRef }),
      },
    },
  );
}

import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';
import { useLocation } from 'react-router-dom';
import {
  mlTeam,
  publishingApi,
  specialMlWorkload,
} from '../__fixtures__/entities';
import { escapeHatchApiRef } from '../api/escapeHatchApiRef';
import { pageRouteRef } from '../routes';

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

/** Renders a page, or what stands on an entity's page, with a backend that answers as told, and its address. */
export function renderHatch(
  element: ReactElement,
  options: {
    api: EscapeHatchApi;
    entity?: Entity;
    path?: string;
    /** The host has mounted the plugin's page, at `/escape-hatches`; default: yes. */
    hasPage?: boolean;
    /** Name of the user who looks, and of the groups that this user belongs to. */
    me?: { name: string; groups: string[] };
  },
) {
  const { api, entity, path = '/', hasPage = true, me } = options;
  const userEntityRef = me && `user:default/${me.name}`;
  return renderInTestApp(
    <>
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
      <Address />
    </>,
    {
      apis: [
        [escapeHatchApiRef, api],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef,
            ownershipEntityRefs: me && [
              `user:default/${me.name}`,
              ...me.groups.map(name => `group:default/${name}`),
            ],
          }),
        ],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [mlTeam, publishingApi, specialMlWorkload],
          }),
        ],
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(hasPage && { '/escape-hatches': pageRouteRef }),
      },
    },
  );
}

import { Route, Routes, useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  type PermissionApi,
  permissionApiRef,
} from '@backstage/plugin-permission-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { publishingTeam } from '../__fixtures__/entities';
import { doraApiRef } from '../api/doraApiRef';
import { DataQualityPage } from '../components/DataQualityPage';
import { DeploymentRoutes } from '../components/DeploymentRoutes';
import { ReviewRoutes } from '../components/ReviewRoutes';
import { pageRouteRef } from '../routes';

/** Can own actions. */
const publishingLead: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'publishing-lead', namespace: 'default' },
  spec: { profile: { displayName: 'Pia Lead' } },
};

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

/** Renders the pages of deployments, data quality and reviews, at the path of one of them, with their address. */
export function renderPages(
  path: string,
  api: DoraApi,
  options: {
    /** Of a reader who may say anything, unless told otherwise. */
    permissions?: PermissionApi;
  } = {},
) {
  const { permissions = mockApis.permission() } = options;
  return renderInTestApp(
    // Permissions are cached by SWR, beyond the end of a test if it is let.
    <SWRConfig value={{ provider: () => new Map() }}>
      <Routes>
        <Route path="/deployments/*" element={<DeploymentRoutes />} />
        <Route path="/data-quality" element={<DataQualityPage />} />
        <Route path="/reviews/*" element={<ReviewRoutes />} />
      </Routes>
      <Address />
    </SWRConfig>,
    {
      apis: [
        [doraApiRef, api],
        [permissionApiRef, permissions],
        [
          catalogApiRef,
          catalogApiMock({ entities: [publishingLead, publishingTeam] }),
        ],
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/': pageRouteRef,
      },
    },
  );
}

/**
 * Delivery metrics for the organisation, and on the pages of groups and components, for apps on the old frontend
 * system.
 *
 * @packageDocumentation
 */

import type { JSX } from 'react';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DoraClient } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from './api/doraApiRef';
import {
  componentTabRouteRef,
  deploymentRouteRef,
  groupTabRouteRef,
  pageRouteRef,
  reviewRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for `createApp` of the old frontend system, with the client of the dora backend.
 *
 * @public
 */
export const doraPlugin = createPlugin({
  id: 'dora',
  routes: {
    root: rootRouteRef,
    deployment: deploymentRouteRef,
    review: reviewRouteRef,
    group: groupTabRouteRef,
    component: componentTabRouteRef,
  },
  externalRoutes: { page: pageRouteRef },
  apis: [
    createApiFactory({
      api: doraApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DoraClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The page: overview, deployments, data quality and reviews of the organisation or a part of it.
 *
 * @public
 */
export const DoraPage: () => JSX.Element = doraPlugin.provide(
  createRoutableExtension({
    name: 'DoraPage',
    component: () => import('./components/DoraPage').then(m => m.DoraPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * Tab of a component's page: what runs where since when, and the metrics of its delivery.
 *
 * @public
 */
export const EntityDoraContent: () => JSX.Element = doraPlugin.provide(
  createRoutableExtension({
    name: 'EntityDoraContent',
    component: () =>
      import('./components/ComponentTab').then(m => m.ComponentTab),
    mountPoint: componentTabRouteRef,
  }),
);

/**
 * Tab of a group's page: the metrics of its services, and what the group decided to do about them.
 *
 * @public
 */
export const GroupDoraContent: () => JSX.Element = doraPlugin.provide(
  createRoutableExtension({
    name: 'GroupDoraContent',
    component: () => import('./components/GroupTab').then(m => m.GroupTab),
    mountPoint: groupTabRouteRef,
  }),
);

/**
 * Approved, time-limited exceptions from golden-path rules, for apps on the old frontend system.
 *
 * @packageDocumentation
 */

import type { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { EscapeHatchClient } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from './api/escapeHatchApiRef';
import {
  groupTabRouteRef,
  newRequestRouteRef,
  pageRouteRef,
  requestRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for `createApp` of the old frontend system, with the client of the escape-hatch backend.
 *
 * @public
 */
export const escapeHatchPlugin = createPlugin({
  id: 'escape-hatch',
  routes: {
    root: rootRouteRef,
    newRequest: newRequestRouteRef,
    request: requestRouteRef,
    group: groupTabRouteRef,
  },
  externalRoutes: { page: pageRouteRef },
  apis: [
    createApiFactory({
      api: escapeHatchApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EscapeHatchClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The page: inbox, all requests, insights, the form, and each request.
 *
 * @public
 */
export const EscapeHatchPage: () => JSX.Element = escapeHatchPlugin.provide(
  createRoutableExtension({
    name: 'EscapeHatchPage',
    component: () =>
      import('./components/EscapeHatchPage').then(m => m.EscapeHatchPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * Card of a component's page: its active and pending escape hatches, soonest end first.
 *
 * @public
 */
export const EntityEscapeHatchCard: () => JSX.Element =
  escapeHatchPlugin.provide(
    createComponentExtension({
      name: 'EntityEscapeHatchCard',
      component: {
        lazy: () => import('./components/EntityCard').then(m => m.EntityCard),
      },
    }),
  );

/**
 * Tab of a group's page: where the team leaves the golden path, soonest end first.
 *
 * @public
 */
export const GroupEscapeHatchContent: () => JSX.Element =
  escapeHatchPlugin.provide(
    createRoutableExtension({
      name: 'GroupEscapeHatchContent',
      component: () => import('./components/GroupTab').then(m => m.GroupTab),
      mountPoint: groupTabRouteRef,
    }),
  );

/**
 * Error budgets on catalog entity pages, for apps on the old frontend system.
 *
 * @packageDocumentation
 */

import type { JSX } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  SLO_ANNOTATION,
  SloClient,
} from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from './api/sloApiRef';
import { addSloRouteRef, rootRouteRef, tabRouteRef } from './routes';

/**
 * The plugin for `createApp` of the old frontend system, with the client of the slo backend.
 *
 * @public
 */
export const sloPlugin = createPlugin({
  id: 'slo',
  routes: { root: rootRouteRef },
  externalRoutes: { tab: tabRouteRef, addSlo: addSloRouteRef },
  apis: [
    createApiFactory({
      api: sloApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new SloClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * Card for an entity's overview: the error budget of each of its SLOs.
 *
 * @public
 */
export const EntitySloCard: () => JSX.Element = sloPlugin.provide(
  createComponentExtension({
    name: 'EntitySloCard',
    component: {
      lazy: () => import('./components/SloCard').then(m => m.SloCard),
    },
  }),
);

/**
 * Tab of an entity's page: burn-down, episodes, alerts, definition and policy of one SLO at a time.
 *
 * @public
 */
export const EntitySloContent: () => JSX.Element = sloPlugin.provide(
  createRoutableExtension({
    name: 'EntitySloContent',
    component: () => import('./components/SloTab').then(m => m.SloTab),
    mountPoint: rootRouteRef,
  }),
);

/**
 * True for entities that name SLO documents.
 *
 * @public
 */
export function isSloAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[SLO_ANNOTATION]);
}

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { SloClient } from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from './api/sloApiRef';
import { addSloRouteRef, rootRouteRef, tabRouteRef } from './routes';

const sloApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sloApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new SloClient({ discoveryApi, fetchApi }),
    }),
});

/** Also on components without an SLO, where it says how to get one. */
const sloCard = EntityCardBlueprint.make({
  name: 'objectives',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () => import('./components/SloCard').then(m => <m.SloCard />),
  },
});

const sloTab = EntityContentBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    group: 'observability',
    routeRef: rootRouteRef,
    filter: { kind: 'component' },
    loader: () => import('./components/SloTab').then(m => <m.SloTab />),
  },
});

/**
 * Error budgets on catalog entity pages.
 *
 * @public
 */
export const sloPlugin = createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { tab: tabRouteRef, addSlo: addSloRouteRef },
  extensions: [sloApi, sloCard, sloTab],
});

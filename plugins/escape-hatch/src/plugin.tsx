import MeetingRoomIcon from '@material-ui/icons/MeetingRoom';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { EscapeHatchClient } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from './api/escapeHatchApiRef';
import {
  groupTabRouteRef,
  newRequestRouteRef,
  pageRouteRef,
  requestRouteRef,
  rootRouteRef,
} from './routes';

const escapeHatchApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: escapeHatchApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EscapeHatchClient({ discoveryApi, fetchApi }),
    }),
});

/** Its tabs are its own: one of them counts, and a request has none. */
const page = PageBlueprint.make({
  params: {
    path: '/escape-hatches',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/EscapeHatchRoutes').then(m => (
        <m.EscapeHatchRoutes />
      )),
  },
});

/** Also on components without an escape hatch, where it says how to ask for one. */
const entityCard = EntityCardBlueprint.make({
  name: 'hatches',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () => import('./components/EntityCard').then(m => <m.EntityCard />),
  },
});

const groupTab = EntityContentBlueprint.make({
  name: 'group',
  params: {
    path: '/escape-hatches',
    title: 'Escape hatches',
    group: 'operation',
    routeRef: groupTabRouteRef,
    filter: { kind: 'group' },
    loader: () => import('./components/GroupTab').then(m => <m.GroupTab />),
  },
});

/**
 * Approved, time-limited exceptions from golden-path rules, and what runs out next on the pages of components and
 * groups.
 *
 * @public
 */
export const escapeHatchPlugin = createFrontendPlugin({
  pluginId: 'escape-hatch',
  title: 'Escape hatches',
  icon: <MeetingRoomIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    newRequest: newRequestRouteRef,
    request: requestRouteRef,
    group: groupTabRouteRef,
  },
  externalRoutes: { page: pageRouteRef },
  extensions: [escapeHatchApi, page, entityCard, groupTab],
});

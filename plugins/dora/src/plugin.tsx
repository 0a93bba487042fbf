import type { JSX } from 'react';
import TrendingUpIcon from '@material-ui/icons/TrendingUp';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { DoraClient } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from './api/doraApiRef';
import { FirstTab } from './components/FirstTab';
import {
  componentTabRouteRef,
  deploymentRouteRef,
  groupTabRouteRef,
  pageRouteRef,
  reviewRouteRef,
  rootRouteRef,
} from './routes';

const doraApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: doraApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DoraClient({ discoveryApi, fetchApi }),
    }),
});

/** Gives a tab of the page its room. */
async function inSubPage(loading: Promise<JSX.Element>): Promise<JSX.Element> {
  const [{ SubPage }, content] = await Promise.all([
    import('./components/SubPage'),
    loading,
  ]);
  return <SubPage>{content}</SubPage>;
}

/** Its sub-pages are its tabs. The blueprint alone would lead to the first of them without the query. */
const page = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const output = originalFactory({ path: '/dora', routeRef: rootRouteRef });
    const [first] = inputs.pages;
    if (!first) {
      return output;
    }
    const { reactElement, routePath } = coreExtensionData;
    return [
      ...[...output].filter(({ id }) => id !== reactElement.id),
      reactElement(
        <FirstTab path={first.get(routePath)}>
          {output.get(reactElement)}
        </FirstTab>,
      ),
    ];
  },
});

const overview = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      inSubPage(
        import('./components/OverviewPage').then(m => <m.OverviewPage />),
      ),
  },
});

const deployments = SubPageBlueprint.make({
  name: 'deployments',
  params: {
    path: 'deployments',
    title: 'Deployments',
    loader: () =>
      inSubPage(
        import('./components/DeploymentRoutes').then(m => (
          <m.DeploymentRoutes />
        )),
      ),
  },
});

const dataQuality = SubPageBlueprint.make({
  name: 'data-quality',
  params: {
    path: 'data-quality',
    title: 'Data quality',
    loader: () =>
      inSubPage(
        import('./components/DataQualityPage').then(m => <m.DataQualityPage />),
      ),
  },
});

const reviews = SubPageBlueprint.make({
  name: 'reviews',
  params: {
    path: 'reviews',
    title: 'Reviews',
    loader: () =>
      inSubPage(
        import('./components/ReviewRoutes').then(m => <m.ReviewRoutes />),
      ),
  },
});

const groupTab = EntityContentBlueprint.make({
  name: 'group',
  params: {
    path: '/dora',
    title: 'DORA',
    group: 'observability',
    routeRef: groupTabRouteRef,
    filter: { kind: 'group' },
    loader: () => import('./components/GroupTab').then(m => <m.GroupTab />),
  },
});

const componentTab = EntityContentBlueprint.make({
  name: 'component',
  params: {
    path: '/dora',
    title: 'DORA',
    group: 'observability',
    routeRef: componentTabRouteRef,
    filter: { kind: 'component' },
    loader: () =>
      import('./components/ComponentTab').then(m => <m.ComponentTab />),
  },
});

/**
 * Delivery metrics for the organisation, and on the pages of groups and components.
 *
 * @public
 */
export const doraPlugin = createFrontendPlugin({
  pluginId: 'dora',
  title: 'DORA',
  icon: <TrendingUpIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    deployment: deploymentRouteRef,
    review: reviewRouteRef,
    group: groupTabRouteRef,
    component: componentTabRouteRef,
  },
  externalRoutes: { page: pageRouteRef },
  extensions: [
    doraApi,
    page,
    overview,
    deployments,
    dataQuality,
    reviews,
    groupTab,
    componentTab,
  ],
});

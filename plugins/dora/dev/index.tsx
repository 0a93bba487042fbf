// The gallery is an app of its own.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/core-app-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createRoot } from 'react-dom/client';
import { pageRouteRef, rootRouteRef } from '../src/routes';
import { pages } from './pages';

const gallery = PageBlueprint.make({
  name: 'gallery',
  params: {
    path: '/',
    title: 'DORA',
    routeRef: rootRouteRef,
    loader: () => import('./Gallery').then(m => <m.Gallery />),
  },
});

/** Stands in for the catalog, so that links to entities lead somewhere. */
const entity = PageBlueprint.make({
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    title: 'Entity',
    loader: async () => <></>,
  },
});

/** The page and the tabs in every state, from the tests' fixtures; no backend is asked. */
const app = createApp({
  advanced: {
    // Without a sign-in page everybody is a guest, which takes no backend.
    configLoader: async () => ({
      config: new ConfigReader({
        app: {
          title: 'DORA',
          baseUrl: window.location.origin,
          extensions: [{ 'sign-in-page:app': false }],
        },
        backend: { baseUrl: window.location.origin },
      }),
    }),
  },
  features: [
    createFrontendPlugin({
      pluginId: 'dora',
      routes: { root: rootRouteRef },
      externalRoutes: { page: pageRouteRef },
      extensions: [gallery, ...pages],
    }),
    createFrontendPlugin({
      pluginId: 'catalog',
      routes: { catalogEntity: entityRouteRef },
      extensions: [entity],
    }),
  ],
});

createRoot(document.getElementById('root')!).render(app.createRoot());

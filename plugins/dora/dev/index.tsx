// The gallery is an app of its own.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/core-app-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createRoot } from 'react-dom/client';
import { decidingApi } from '../src/__fixtures__/decidingApi';
import { entities } from '../src/__fixtures__/entities';
import { doraApiRef } from '../src/api/doraApiRef';
import doraPlugin from '../src/index';
import { pages } from './pages';

const gallery = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Gallery',
    noHeader: true,
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

const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities }),
    }),
});

const doraApi = doraPlugin.getExtension('api:dora').override({
  params: defineParams =>
    defineParams({
      api: doraApiRef,
      deps: {},
      factory: () => decidingApi(),
    }),
});

/** The plugin itself, and its views in every state, from the tests' fixtures; no backend is asked. */
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
    doraPlugin.withOverrides({ extensions: [doraApi] }),
    createFrontendPlugin({
      pluginId: 'gallery',
      extensions: [gallery, ...pages],
    }),
    createFrontendPlugin({
      pluginId: 'catalog',
      routes: { catalogEntity: entityRouteRef },
      extensions: [entity, catalogApi],
    }),
  ],
});

createRoot(document.getElementById('root')!).render(app.createRoot());

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
import {
  mlTeam,
  publishingApi,
  specialMlWorkload,
} from '../src/__fixtures__/entities';
import { escapeHatchApiRef } from '../src/api/escapeHatchApiRef';
import escapeHatchPlugin from '../src/index';
import { galleryApi } from './galleryApi';

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
      factory: () =>
        catalogApiMock({
          entities: [mlTeam, publishingApi, specialMlWorkload],
        }),
    }),
});

const escapeHatchApi = escapeHatchPlugin
  .getExtension('api:escape-hatch')
  .override({
    params: defineParams =>
      defineParams({
        api: escapeHatchApiRef,
        deps: {},
        factory: () => galleryApi(),
      }),
  });

/** The plugin itself, and what it shows on entity pages, from the tests' fixtures; no backend is asked. */
const app = createApp({
  advanced: {
    // Without a sign-in page everybody is a guest, which takes no backend.
    configLoader: async () => ({
      config: new ConfigReader({
        app: {
          title: 'Escape hatches',
          baseUrl: window.location.origin,
          extensions: [{ 'sign-in-page:app': false }],
        },
        backend: { baseUrl: window.location.origin },
      }),
    }),
  },
  features: [
    escapeHatchPlugin.withOverrides({ extensions: [escapeHatchApi] }),
    createFrontendPlugin({ pluginId: 'gallery', extensions: [gallery] }),
    createFrontendPlugin({
      pluginId: 'catalog',
      routes: { catalogEntity: entityRouteRef },
      extensions: [entity, catalogApi],
    }),
  ],
});

createRoot(document.getElementById('root')!).render(app.createRoot());

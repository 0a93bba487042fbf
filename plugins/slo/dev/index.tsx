// The gallery is an app of its own.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createRoot } from 'react-dom/client';
import { addSloRouteRef, rootRouteRef, tabRouteRef } from '../src/routes';

const cards = PageBlueprint.make({
  name: 'cards',
  params: {
    path: '/',
    noHeader: true,
    loader: () => import('./CardGallery').then(m => <m.CardGallery />),
  },
});

const tab = PageBlueprint.make({
  name: 'tab',
  params: {
    path: '/tab',
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./TabGallery').then(m => <m.TabGallery />),
  },
});

/** Stands in for the scaffolder, so that links to the template lead somewhere. */
const templateRouteRef = createRouteRef({
  params: ['namespace', 'templateName'],
});

const template = PageBlueprint.make({
  params: {
    path: '/create/templates/:namespace/:templateName',
    routeRef: templateRouteRef,
    title: 'Template',
    loader: async () => <></>,
  },
});

/** Every state of the card and the tab side by side, from the tests' fixtures; no backend is asked. */
const app = createApp({
  features: [
    createFrontendPlugin({
      pluginId: 'slo',
      routes: { root: rootRouteRef },
      externalRoutes: { tab: tabRouteRef, addSlo: addSloRouteRef },
      extensions: [cards, tab],
    }),
    createFrontendPlugin({
      pluginId: 'scaffolder',
      routes: { selectedTemplate: templateRouteRef },
      extensions: [template],
    }),
  ],
});

createRoot(document.getElementById('root')!).render(app.createRoot());

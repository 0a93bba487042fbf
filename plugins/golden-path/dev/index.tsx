// The gallery is an app of its own.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/core-app-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createRoot } from 'react-dom/client';
import { Navigate } from 'react-router-dom';
import { allFields } from '../src/__fixtures__/allFields';
import { templateCheck } from '../src/__fixtures__/templateCheck';
import { Wizard } from '../src/__testUtils__/Wizard';
import { goldenPathApiRef } from '../src/api/goldenPathApiRef';
import goldenPathPlugin from '../src/index';

/** The fields find their template in the address, as they do in the scaffolder. */
const wizard = PageBlueprint.make({
  name: 'wizard',
  params: {
    path: '/templates/:namespace/:templateName',
    title: 'Wizard',
    loader: async () => <Wizard steps={allFields.steps} />,
  },
});

const home = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    loader: async () => <Navigate to="/templates/default/kubernetes-service" />,
  },
});

const goldenPathApi = goldenPathPlugin
  .getExtension('api:golden-path')
  .override({
    params: defineParams =>
      defineParams({
        api: goldenPathApiRef,
        deps: {},
        factory: () => ({ checkTemplate: async () => templateCheck }),
      }),
  });

/** The wizard with all fields, from the tests' fixtures; no backend is asked. */
const app = createApp({
  advanced: {
    // Without a sign-in page everybody is a guest, which takes no backend.
    configLoader: async () => ({
      config: new ConfigReader({
        app: {
          title: 'Golden path',
          baseUrl: window.location.origin,
          extensions: [{ 'sign-in-page:app': false }],
        },
        backend: { baseUrl: window.location.origin },
        goldenPath: {
          repositories: [
            { title: 'Git server', url: 'https://git.example.com' },
          ],
        },
      }),
    }),
  },
  features: [
    goldenPathPlugin.withOverrides({ extensions: [goldenPathApi] }),
    createFrontendPlugin({ pluginId: 'gallery', extensions: [home, wizard] }),
  ],
});

createRoot(document.getElementById('root')!).render(app.createRoot());

import RouteIcon from '@material-ui/icons/CallSplit';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { GoldenPathClient } from '@golden-path/backstage-plugin-golden-path-common';
import { goldenPathApiRef } from './api/goldenPathApiRef';
import { hatchRouteRef } from './routes';

const goldenPathApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: goldenPathApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new GoldenPathClient({ discoveryApi, fetchApi }),
    }),
});

const objective = FormFieldBlueprint.make({
  name: 'objective',
  params: {
    field: () =>
      import('./fields/objectiveField').then(m =>
        createFormField(m.objectiveField),
      ),
  },
});

const exposure = FormFieldBlueprint.make({
  name: 'exposure',
  params: {
    field: () =>
      import('./fields/exposureField').then(m =>
        createFormField(m.exposureField),
      ),
  },
});

const resources = FormFieldBlueprint.make({
  name: 'resources',
  params: {
    field: () =>
      import('./fields/resourcesField').then(m =>
        createFormField(m.resourcesField),
      ),
  },
});

const repository = FormFieldBlueprint.make({
  name: 'repository',
  params: {
    field: () =>
      import('./fields/repositoryField').then(m =>
        createFormField(m.repositoryField),
      ),
  },
});

const check = FormFieldBlueprint.make({
  name: 'check',
  params: {
    field: () =>
      import('./fields/checkField').then(m => createFormField(m.checkField)),
  },
});

/**
 * Fields of the wizard for the templates of the golden path, and its page that checks what would be made.
 *
 * @public
 */
export const goldenPathPlugin = createFrontendPlugin({
  pluginId: 'golden-path',
  title: 'Golden path',
  icon: <RouteIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  externalRoutes: { hatch: hatchRouteRef },
  extensions: [
    goldenPathApi,
    objective,
    exposure,
    resources,
    repository,
    check,
  ],
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createFilters } from './filters/createFilters';
import { createPartsAction } from './parts/createPartsAction';

/**
 * Adds the golden path's actions and filters to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleGoldenPath = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ actions, config, reader, templating }) {
        const integrations = ScmIntegrations.fromConfig(config);
        templating.addTemplateFilters(createFilters({ integrations }));
        actions.addActions(createPartsAction({ reader, integrations }));
      },
    });
  },
});

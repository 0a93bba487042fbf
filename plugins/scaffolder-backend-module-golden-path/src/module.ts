import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createFilters } from './filters/createFilters';
import { createPartsAction } from './parts/createPartsAction';
import { readAuthor } from './git/readAuthor';
import { RemoteAccess } from './git/RemoteAccess';
import { createPullRequestAction } from './gitops/createPullRequestAction';
import { PullRequests } from './gitops/PullRequests';
import { createRequestHatchAction } from './escapeHatch/createRequestHatchAction';
import { createPublishGitAction } from './publish/createPublishGitAction';
import { createRegisterAction } from './register/createRegisterAction';
import { createRenderPartAction } from './parts/createRenderPartAction';
import { createProvenanceAction } from './provenance/createProvenanceAction';
import { createWriteSloAction } from './slo/createWriteSloAction';
import { createValidateAction } from './validate/createValidateAction';
import { readPolicySettings } from './validate/readPolicySettings';
import { EscapeHatchWaivers } from './escapeHatch/EscapeHatchWaivers';

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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        reader: coreServices.urlReader,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({
        actions,
        auth,
        catalog,
        config,
        discovery,
        reader,
        templating,
      }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const access = RemoteAccess.fromConfig(config, { integrations });
        const author = readAuthor(config);
        const filters = createFilters({ integrations });
        templating.addTemplateFilters(filters);
        actions.addActions(
          createPartsAction({ reader, integrations }),
          createRenderPartAction({ integrations, filters }),
          createProvenanceAction({ reader, integrations }),
          createValidateAction({
            catalog,
            integrations,
            waivers: new EscapeHatchWaivers({ auth, discovery }),
            policies: readPolicySettings(config),
          }),
          createPublishGitAction({ access, author, integrations }),
          createPullRequestAction({
            access,
            author,
            integrations,
            pullRequests: new PullRequests({ integrations }),
          }),
          createRegisterAction({ catalog }),
          createWriteSloAction(),
          createRequestHatchAction({ auth, config, discovery }),
        );
      },
    });
  },
});

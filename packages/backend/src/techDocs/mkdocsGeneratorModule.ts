import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MkdocsGenerator } from './MkdocsGenerator';

/** Builds TechDocs with the backend's own mkdocs; a host that uses containers leaves it out. */
export const mkdocsGeneratorModule = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'mkdocs-generator',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        techdocs: techdocsGeneratorExtensionPoint,
      },
      async init({ config, logger, techdocs }) {
        const scmIntegrations = ScmIntegrations.fromConfig(config);
        techdocs.setTechdocsGenerator(
          new MkdocsGenerator({ config, logger, scmIntegrations }),
        );
      },
    });
  },
});

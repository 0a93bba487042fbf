import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { doraSourcesExtensionPoint } from '@golden-path/backstage-plugin-dora-node';
import { RegisterSource } from './RegisterSource';

/** Adds the release register to the sources of delivery events. */
export const doraModuleReleaseRegister = createBackendModule({
  pluginId: 'dora',
  moduleId: 'release-register',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        dora: doraSourcesExtensionPoint,
      },
      async init({ config, dora }) {
        const url = config.getString('releaseRegister.url');
        dora.addSource(new RegisterSource({ url }));
      },
    });
  },
});

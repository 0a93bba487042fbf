import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoGitPlugin } from './demoGitPlugin';
import { demoGitLocationsModule } from './locations/demoGitLocationsModule';
import { demoGitReaderServiceFactory } from './reader/demoGitReaderServiceFactory';

/** The demo's git server, where the demo's sign-in is configured; production refuses to start with that. */
export const demoGitFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.demo')) {
      yield demoGitPlugin;
      yield demoGitLocationsModule;
      yield demoGitReaderServiceFactory;
    }
  },
});

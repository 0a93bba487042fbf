import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoHistoryModule } from './demoHistoryModule';

/** The demo's history, where the demo's sign-in is configured; production refuses to start with that. */
export const demoSloFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.demo')) {
      yield demoHistoryModule;
    }
  },
});

import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoHatchesModule } from './demoHatchesModule';

/** The demo's escape hatches, where the demo's sign-in is configured; production refuses to start with that. */
export const demoEscapeHatchFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.demo')) {
      yield demoHatchesModule;
    }
  },
});

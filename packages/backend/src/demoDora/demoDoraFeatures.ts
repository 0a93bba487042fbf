import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoDeliveryModule } from './demoDeliveryModule';
import { demoRepositoriesModule } from './demoRepositoriesModule';

/** The demo's delivery history, where the demo's sign-in is configured; production refuses to start with that. */
export const demoDoraFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.demo')) {
      yield demoRepositoriesModule;
      yield demoDeliveryModule;
    }
  },
});

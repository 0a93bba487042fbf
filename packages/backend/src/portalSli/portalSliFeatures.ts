import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { countingRootHttpRouter } from './countingRootHttpRouter';
import { portalSliPlugin } from './portalSliPlugin';
import { RequestMeter } from './RequestMeter';

/** Measures the portal by its own requests. */
export const portalSliFeatures = createBackendFeatureLoader({
  *loader() {
    const meter = new RequestMeter();
    yield countingRootHttpRouter(meter);
    yield portalSliPlugin(meter);
  },
});

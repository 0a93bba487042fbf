import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { RequestMeter } from './RequestMeter';

/** The default root router with a meter in front of it. */
export const countingRootHttpRouter = (meter: RequestMeter) =>
  rootHttpRouterServiceFactory({
    configure({ app, applyDefaults }) {
      app.use(meter.middleware);
      applyDefaults();
    },
  });

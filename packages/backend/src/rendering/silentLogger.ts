import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

const logger: RootLoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

/** Says nothing: what goes wrong is in the answers to requests, and stdout is the caller's. */
export const silentLogger = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => logger,
});

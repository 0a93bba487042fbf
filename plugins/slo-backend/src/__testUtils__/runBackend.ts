/**
 * A backend with the slo plugin as a process of its own, for tests that kill it. Configuration comes from the
 * files named by `--config`; repositories and catalog from `REPOSITORIES`, a JSON text.
 */
import {
  coreServices,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import sloPlugin from '..';
import { inMemoryReader, Repositories } from './inMemoryReader';
import { sloComponent } from './sloComponent';

const repositories: Repositories = JSON.parse(process.env.REPOSITORIES!);
const backend = createBackend();
backend.add(sloPlugin);
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock({
        entities: Object.keys(repositories).map(name => sloComponent(name)),
      }),
  }),
);
backend.add(
  createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => inMemoryReader(repositories) as UrlReaderService,
  }),
);
backend.start();

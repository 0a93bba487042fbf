import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import { createServices } from '../createServices';
import { openDatabase } from '../database/openDatabase';
import { readSettings } from '../settings';
import { inMemoryReader, Repositories } from './inMemoryReader';
import { sloComponent } from './sloComponent';

/** The plugin's parts without HTTP and scheduler, for tests that set the clock. */
export async function buildServices(options: {
  knex: Knex;
  files: Repositories;
  slo?: JsonObject;
  /** Collects the titles of notifications. */
  notices?: string[];
  providers?: SliProvider[];
}) {
  const config = mockServices.rootConfig({
    data: {
      integrations: { github: [{ host: 'github.com' }] },
      slo: {
        pushers: [{ subject: 'external:ci', entities: ['*'] }],
        ...options.slo,
      },
    },
  });
  const knex = await openDatabase(
    mockServices.database({ knex: options.knex }),
  );
  return createServices({
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: Object.keys(options.files).map(name => sloComponent(name)),
    }),
    config,
    knex,
    logger: mockServices.logger.mock(),
    notifications: {
      send: async notice => {
        options.notices?.push(notice.payload.title);
      },
    },
    permissions: mockServices.permissions(),
    urlReader: inMemoryReader(options.files) as UrlReaderService,
    settings: readSettings(config),
    addedProviders: options.providers ?? [],
  });
}

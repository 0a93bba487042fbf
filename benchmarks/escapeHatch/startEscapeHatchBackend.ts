import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { BenchmarkBackend } from '../support/BenchmarkBackend';
import { databaseModule } from '../support/databaseModule';
import { catalogEntities, TOKEN } from './portal';

export type EscapeHatchBackend = BenchmarkBackend<{ knex: Knex }>;

/** The escape-hatch plugin in a portal, without scheduled tasks; several may share a database. */
export function startEscapeHatchBackend(
  database: JsonObject,
): Promise<EscapeHatchBackend> {
  return BenchmarkBackend.start({
    database,
    entities: catalogEntities(),
    config: {
      backend: {
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'ci' } },
          ],
        },
      },
      escapeHatch: { timeZone: 'Europe/London' },
    },
    features: [withoutTasks, import('../../plugins/escape-hatch-backend/src')],
    module: handOut => databaseModule({ pluginId: 'escape-hatch', handOut }),
  });
}

/** What is filled in takes longer than tasks wait for, and they would write beside it. */
const withoutTasks = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () =>
    ({
      scheduleTask: async () => {},
      createScheduledTaskRunner: () => ({ run: async () => {} }),
    } as unknown as SchedulerService),
});

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { createReading } from '../createReading';
import { createReviewing } from '../createReviewing';
import { openDatabase } from '../database/openDatabase';
import { EventRecorder } from '../facts/EventRecorder';
import { readSettings } from '../settings';
import { FactTables } from './FactTables';

/** What freezes and reminds, on a real database and on facts that a test writes; the catalog is in memory. */
export class ReviewingUnderTest {
  /** What was sent, or would have been. */
  readonly sent: NotificationSendOptions[] = [];
  readonly logger = mockServices.logger.mock();
  readonly tables: FactTables;
  readonly tasks: ReturnType<typeof createReviewing>['tasks'];
  isMailboxBroken = false;

  private constructor(readonly knex: Knex, entities: Entity[]) {
    const config = new ConfigReader({});
    const settings = readSettings(config);
    const auth = mockServices.auth();
    const permissions = mockServices.permissions.mock();
    const catalog = catalogServiceMock({ entities });
    const access = new CatalogAccess({
      auth,
      catalog,
      permissions,
      readPermission: doraReadPermission,
    });
    const reading = createReading({
      access,
      config,
      knex,
      settings,
      sources: { list: async () => [] },
    });
    const notifications = {
      send: async (notice: NotificationSendOptions) => {
        this.sent.push(notice);
        if (this.isMailboxBroken) {
          throw new Error('no notifications here');
        }
      },
    };
    this.tables = new FactTables(knex, settings.timeZone);
    this.tasks = createReviewing({
      access,
      auditor: mockServices.auditor.mock(),
      auth,
      catalog,
      knex,
      logger: this.logger,
      notifications,
      permissions,
      reading,
      recorder: new EventRecorder({ knex, settings }),
      settings,
    }).tasks;
  }

  static async create(
    knex: Knex,
    entities: Entity[],
  ): Promise<ReviewingUnderTest> {
    return new ReviewingUnderTest(
      await openDatabase(mockServices.database({ knex })),
      entities,
    );
  }

  /** Runs a task at an instant. */
  async run(
    task: 'weeks' | 'months' | 'reminders' | 'retention',
    at: string,
  ): Promise<void> {
    const signal = new AbortController().signal;
    await this.tasks[task].run(signal, () => Date.parse(at));
  }

  async group(name: string, parent?: string): Promise<void> {
    await this.knex('dora_groups').insert({
      group_ref: `group:default/${name}`,
      parent_ref: parent ? `group:default/${parent}` : null,
    });
  }
}

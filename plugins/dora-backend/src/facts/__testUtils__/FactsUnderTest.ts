import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { DoraSettings, readSettings } from '../../settings';
import { EventRecorder } from '../EventRecorder';

export const PAYMENTS = 'component:default/payments';
export const REPOSITORY = 'https://github.com/acme/payments';

/** A database with one service, and a recorder on it. */
export class FactsUnderTest {
  readonly recorder: EventRecorder;
  readonly settings: DoraSettings;

  private constructor(readonly knex: Knex, dora: JsonObject) {
    this.settings = readSettings(new ConfigReader({ dora }));
    this.recorder = new EventRecorder({ knex, settings: this.settings });
  }

  static async create(
    knex: Knex,
    options: { dora?: JsonObject; services?: object[] } = {},
  ): Promise<FactsUnderTest> {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@golden-path/backstage-plugin-dora-backend',
        'migrations',
      ),
    });
    const services = options.services ?? [{}];
    await knex('dora_services').insert(
      services.map(service => ({
        entity_ref: PAYMENTS,
        name: 'payments',
        namespace: 'default',
        owner_ref: 'group:default/money',
        repository: 'github.com/acme/payments',
        ...service,
      })),
    );
    await knex('dora_ownership').insert(
      services.map(service => ({
        entity_ref: PAYMENTS,
        from_ms: 0,
        owner_ref: 'group:default/money',
        ...('entity_ref' in service && { entity_ref: service.entity_ref }),
      })),
    );
    return new FactsUnderTest(knex, options.dora ?? {});
  }

  async record(events: DoraEvent[], source = 'test'): Promise<void> {
    await this.recorder.record({ source, sourceType: source, events });
  }

  /** Rollouts, oldest first. */
  async rollouts(): Promise<Record<string, any>[]> {
    return this.knex('dora_deployments').orderBy([
      'finished_at',
      'sequence',
      'id',
    ]);
  }

  /** Every fact, without what depends on the order of arrival. */
  async facts(): Promise<object> {
    const { knex } = this;
    const shas = new Map(
      (await knex('dora_changes')).map(row => [row.id, row.sha]),
    );
    const rows = async (table: string, ...order: string[]) =>
      (await knex(table).orderBy(order)).map(({ id: _, ...row }) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'string' && /^-?\d+$/.test(value)
              ? Number(value)
              : value,
          ]),
        ),
      );
    const shipped = (await rows('dora_shipped', 'deployment_id')).map(
      ({ change_id, ...row }) => ({ ...row, sha: shas.get(change_id) }),
    );
    return {
      rollouts: await knex('dora_deployments').orderBy('id'),
      changes: await rows('dora_changes', 'repository', 'sha'),
      versions: await rows('dora_versions', 'repository', 'version'),
      commits: await rows('dora_commits', 'repository', 'sha'),
      shipped: shipped.sort((a, b) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
      ),
      incidents: await knex('dora_incidents').orderBy('id'),
      services: await rows(
        'dora_incident_services',
        'incident_id',
        'entity_ref',
      ),
      links: await rows(
        'dora_failure_links',
        'deployment_id',
        'method',
        'cause_id',
      ),
    };
  }
}

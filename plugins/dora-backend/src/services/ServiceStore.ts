import type { DoraService } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import type { Scope } from '../scope/Scope';
import { undatedKinds } from '../metrics/undatedKinds';
import { servicesWithin } from '../scope/servicesWithin';

/** A service of the catalog. */
export interface ListedService {
  entityRef: string;
  ownerRef: string | null;
}

/** Reads services, since when each is observed, and what runs where. */
export class ServiceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By name. */
  async list(options: {
    scope: Scope;
    offset: number;
    limit: number;
  }): Promise<ListedService[]> {
    const rows: { entity_ref: string; owner_ref: string | null }[] =
      await servicesWithin(this.#knex, options.scope)
        .orderBy(['name', 'entity_ref'])
        .offset(options.offset)
        .limit(options.limit)
        .select('entity_ref', 'owner_ref');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
    }));
  }

  /** The first production deployment or incident of each; ms. */
  async observedFrom(entityRefs: string[]): Promise<Map<string, number>> {
    const [deployments, incidents] = await Promise.all([
      this.#knex('dora_deployments')
        .whereIn('entity_ref', entityRefs)
        .where('production', true)
        .whereNotIn('kind', undatedKinds)
        .groupBy('entity_ref')
        .select('entity_ref')
        .min('finished_at as at'),
      this.#knex('dora_incident_services as s')
        .join('dora_incidents as i', 'i.id', 's.incident_id')
        .whereIn('s.entity_ref', entityRefs)
        .where('i.production', true)
        .groupBy('s.entity_ref')
        .select('s.entity_ref')
        .min('s.opened_at as at'),
    ]);
    const first = new Map<string, number>();
    for (const row of [...deployments, ...incidents]) {
      const at = Number(row.at);
      first.set(row.entity_ref, Math.min(first.get(row.entity_ref) ?? at, at));
    }
    return first;
  }

  /** What runs where, by service; ordered by the way of a version, production last. */
  async running(
    entityRefs: string[],
  ): Promise<Map<string, DoraService['running']>> {
    const newest = this.#knex('dora_deployments')
      .whereIn('entity_ref', entityRefs)
      .where('outcome', 'success')
      .whereNotIn('kind', ['config', 'redeploy'])
      .select('entity_ref', 'environment', 'production', 'version', 'kind')
      .select('finished_at')
      .rowNumber('place', over =>
        over.partitionBy(['entity_ref', 'environment']).orderBy([
          { column: 'finished_at', order: 'desc' },
          { column: 'sequence', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
      );
    const rows = await this.#knex
      .from(newest.as('newest'))
      .where('place', 1)
      .whereNot('kind', 'removal');
    const running = new Map<string, DoraService['running']>();
    for (const row of rows) {
      const environments = running.get(row.entity_ref) ?? [];
      running.set(row.entity_ref, [
        ...environments,
        {
          environment: row.environment,
          production: Boolean(row.production),
          version: row.version,
          since: toInstant(Number(row.finished_at)),
        },
      ]);
    }
    running.forEach(environments => environments.sort(byWay));
    return running;
  }
}

/** Production last; before it, who got the newest version later comes earlier where versions have not moved on. */
function byWay(
  a: DoraService['running'][number],
  b: DoraService['running'][number],
): number {
  return (
    Number(a.production) - Number(b.production) ||
    (a.version === b.version
      ? compare(a.since, b.since)
      : compare(b.since, a.since)) ||
    compare(a.environment, b.environment)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

import {
  stageNames,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { withinScope, type Scope } from '../scope/Scope';
import type {
  DeploymentFact,
  FactRows,
  RecoveryFact,
  ShippedFact,
} from './FactRows';
import type { Span } from './LocalCalendar';

/** Reads facts row by row; for long spans of many services, rollups are faster. */
export class FactReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(options: {
    scope: Scope;
    spans: Span[];
    tx?: Knex;
  }): Promise<FactRows> {
    if (options.spans.length === 0) {
      return { deployments: [], recoveries: [], shipped: [] };
    }
    const [deployments, recoveries, shipped] = await Promise.all([
      this.#deployments(options),
      this.#recoveries(options),
      this.#shipped(options),
    ]);
    return { deployments, recoveries, shipped };
  }

  async #deployments(options: ReadOptions): Promise<DeploymentFact[]> {
    const rows = await this.#select('dora_deployments', options, 'finished_at')
      // Both values, so that the index on production and finished_at serves.
      .whereIn('dora_deployments.production', [true, false])
      .where(query =>
        query
          .where('dora_deployments.production', true)
          .orWhereNot('dora_deployments.flags', '[]'),
      )
      .select(
        'entity_ref',
        'owner_ref',
        'finished_at',
        'kind',
        'counted',
        'failed',
        'rework',
        'production',
        'flags',
        'demo',
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      finishedAt: Number(row.finished_at),
      counted: Boolean(row.counted),
      rollback: row.kind === 'rollback',
      failed: Boolean(row.failed),
      rework: Boolean(row.rework),
      production: Boolean(row.production),
      flags: row.flags === '[]' ? [] : JSON.parse(row.flags),
      demo: Boolean(row.demo),
    }));
  }

  async #recoveries(options: ReadOptions): Promise<RecoveryFact[]> {
    const rows = await this.#select('dora_deployments', options, 'recovered_at')
      .where({ counted: true, failed: true })
      .whereNot('kind', 'rollback')
      .select('entity_ref', 'owner_ref', 'finished_at', 'recovered_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      finishedAt: Number(row.finished_at),
      recoveredAt: Number(row.recovered_at),
    }));
  }

  async #shipped(options: ReadOptions): Promise<ShippedFact[]> {
    const rows = await this.#select('dora_shipped', options, 'finished_at')
      .join('dora_changes', 'dora_changes.id', 'dora_shipped.change_id')
      .select(
        'dora_shipped.entity_ref',
        'dora_shipped.owner_ref',
        'dora_shipped.finished_at',
        'dora_shipped.lead_seconds',
        ...stageNames.map(name => `dora_shipped.${name}`),
        'dora_shipped.demo',
        'dora_changes.opened_at',
        'dora_changes.flags',
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      finishedAt: Number(row.finished_at),
      leadSeconds: row.lead_seconds,
      stages: Object.fromEntries(
        stageNames.map(name => [name, row[name]]),
      ) as Record<StageName, number | null>,
      openingUnknown: row.opened_at === null,
      oldCommit: row.flags.includes('"old-commit"'),
      demo: Boolean(row.demo),
    }));
  }

  #select(table: string, options: ReadOptions, instant: string) {
    const knex = options.tx ?? this.#knex;
    const query = withinScope(knex(table), options.scope, table);
    return query.where(either => {
      for (const { from, to } of options.spans) {
        either.orWhere(span =>
          span
            .where(`${table}.${instant}`, '>=', from)
            .where(`${table}.${instant}`, '<', to),
        );
      }
    });
  }
}

interface ReadOptions {
  scope: Scope;
  spans: Span[];
  tx?: Knex;
}

import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { insertRows } from '../../database/insertRows';
import { joinedWith } from '../../database/joinedWith';
import { wantedRows } from '../../database/wantedRows';
import { laneKey } from './laneKey';
import { Rollout } from './Rollout';
import { rolloutFromRow, rolloutToRow } from './rolloutRow';

/** Reads and writes rollouts for their derivation. Every method takes the transaction it works in. */
export class RolloutStore {
  /** Rollouts of each service from an instant on, in their order. */
  async since(db: Knex, from: Map<string, number>): Promise<Rollout[]> {
    return this.#joined(db, {
      columns: { entity_ref: 'text', at: 'bigint' },
      values: [...from],
      query: wanted =>
        wanted.join('dora_deployments as d', join =>
          join
            .on('d.entity_ref', 'wanted.entity_ref')
            .andOn('d.finished_at', '>=', 'wanted.at'),
        ),
    });
  }

  /** Failed rollouts before an instant that had not recovered by another one. */
  async openFailures(
    db: Knex,
    services: { entityRef: string; before: number; recoveredFrom: number }[],
  ): Promise<Rollout[]> {
    return this.#joined(db, {
      columns: {
        entity_ref: 'text',
        before: 'bigint',
        recovered_from: 'bigint',
      },
      values: services.map(s => [s.entityRef, s.before, s.recoveredFrom]),
      query: wanted =>
        wanted
          .join('dora_deployments as d', join =>
            join
              .on('d.entity_ref', 'wanted.entity_ref')
              .andOn('d.finished_at', '<', 'wanted.before'),
          )
          .whereRaw('d.failed = true')
          .whereRaw(
            '(d.recovered_at is null or d.recovered_at >= wanted.recovered_from)',
          ),
    });
  }

  /** Rollouts by their ids. */
  async byIds(db: Knex, ids: string[]): Promise<Rollout[]> {
    const rows = await joinedWith(db, {
      table: 'dora_deployments',
      on: { id: 'text' },
      values: ids.map(id => [id]),
    });
    return rows.map(rolloutFromRow);
  }

  /** Production rollouts of versions. */
  async ofVersions(
    db: Knex,
    versions: { entityRef: string; version: string }[],
  ): Promise<Rollout[]> {
    return this.#joined(db, {
      columns: { entity_ref: 'text', version: 'text' },
      values: versions.map(({ entityRef, version }) => [entityRef, version]),
      query: wanted =>
        wanted
          .join('dora_lanes as l', 'l.entity_ref', 'wanted.entity_ref')
          .join('dora_deployments as d', join =>
            join
              .on('d.entity_ref', 'wanted.entity_ref')
              .andOn('d.environment', 'l.environment')
              .andOn('d.version', 'wanted.version'),
          )
          .where('l.production', true),
    });
  }

  /** Rollouts before production that may have brought positions into their environments first. */
  async reaching(
    db: Knex,
    positions: { entityRef: string; from: number; before: number }[],
  ): Promise<Rollout[]> {
    return this.#joined(db, {
      columns: { entity_ref: 'text', low: 'bigint', before: 'bigint' },
      values: positions.map(one => [one.entityRef, one.from, one.before]),
      query: wanted =>
        wanted
          .join('dora_deployments as d', join =>
            join
              .on('d.entity_ref', 'wanted.entity_ref')
              .andOn('d.high_water', '>=', 'wanted.low')
              .andOn('d.finished_at', '<', 'wanted.before'),
          )
          .where('d.production', false),
    });
  }

  /** Rollouts (`d`) that a query joins with given values (`wanted`). */
  async #joined(
    db: Knex,
    options: {
      columns: Record<string, 'text' | 'bigint'>;
      values: (string | number)[][];
      query: (wanted: Knex.QueryBuilder) => Knex.QueryBuilder;
    },
  ): Promise<Rollout[]> {
    const rows = await wantedRows(db, {
      ...options,
      query: wanted => options.query(wanted.select('d.*')),
    });
    return rows.map(rolloutFromRow);
  }

  async save(
    tx: Knex.Transaction,
    options: { changed: Rollout[]; gone: string[] },
  ): Promise<void> {
    const { changed, gone } = options;
    for (const batch of inBatches(gone)) {
      await tx('dora_deployments').whereIn('id', batch).delete();
      await tx('dora_shipped').whereIn('deployment_id', batch).delete();
      await tx('dora_failure_links').whereIn('deployment_id', batch).delete();
    }
    await insertRows(tx, {
      table: 'dora_deployments',
      rows: changed.map(rolloutToRow),
      key: ['id'],
      onConflict: 'update',
    });
    const lanes = new Map(
      changed.map(({ entityRef, environment, production }) => [
        laneKey(entityRef, environment),
        { entity_ref: entityRef, environment, production },
      ]),
    );
    await insertRows(tx, {
      table: 'dora_lanes',
      rows: [...lanes.values()],
      key: ['entity_ref', 'environment'],
      onConflict: 'update',
    });
  }
}

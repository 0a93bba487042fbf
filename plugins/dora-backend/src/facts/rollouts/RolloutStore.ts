import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { insertRows } from '../../database/insertRows';
import { joinedWith } from '../../database/joinedWith';
import { lookUp } from '../../database/lookUp';
import { laneKey } from './laneKey';
import { Rollout } from './Rollout';
import { rolloutFromRow, rolloutToRow } from './rolloutRow';

/** Reads and writes rollouts for their derivation. Every method takes the transaction it works in. */
export class RolloutStore {
  /** Rollouts of each service from an instant on, in their order. */
  async since(db: Knex, from: Map<string, number>): Promise<Rollout[]> {
    return this.#lookUp(db, {
      columns: { entity_ref: 'text', at: 'bigint' },
      values: [...from],
      where: rollouts => rollouts.whereRaw('d.finished_at >= wanted.at'),
    });
  }

  /** Failed rollouts before an instant that had not recovered by another one. */
  async openFailures(
    db: Knex,
    services: { entityRef: string; before: number; recoveredFrom: number }[],
  ): Promise<Rollout[]> {
    return this.#lookUp(db, {
      columns: {
        entity_ref: 'text',
        before: 'bigint',
        recovered_from: 'bigint',
      },
      values: services.map(s => [s.entityRef, s.before, s.recoveredFrom]),
      where: rollouts =>
        rollouts
          .whereRaw('d.finished_at < wanted.before')
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
    return this.#lookUp(db, {
      columns: { entity_ref: 'text', version: 'text' },
      values: versions.map(({ entityRef, version }) => [entityRef, version]),
      where: rollouts =>
        rollouts
          .join('dora_lanes as l', join =>
            join
              .on('l.entity_ref', 'd.entity_ref')
              .andOn('l.environment', 'd.environment'),
          )
          .whereRaw('d.version = wanted.version')
          .where('l.production', true),
    });
  }

  /** Rollouts before production that may have brought positions into their environments first. */
  async reaching(
    db: Knex,
    positions: { entityRef: string; from: number; before: number }[],
  ): Promise<Rollout[]> {
    return this.#lookUp(db, {
      columns: { entity_ref: 'text', low: 'bigint', before: 'bigint' },
      values: positions.map(one => [one.entityRef, one.from, one.before]),
      where: rollouts =>
        rollouts
          .whereRaw('d.high_water >= wanted.low')
          .whereRaw('d.finished_at < wanted.before')
          .where('d.production', false),
    });
  }

  /** Rollouts (`d`) of the services that given tuples (`wanted`) name. */
  async #lookUp(
    db: Knex,
    options: {
      columns: Record<string, 'text' | 'bigint'>;
      values: (string | number)[][];
      where: (rollouts: Knex.QueryBuilder) => Knex.QueryBuilder;
    },
  ): Promise<Rollout[]> {
    const rows = await lookUp(db, {
      ...options,
      table: 'dora_deployments as d',
      select: 'd.*',
      where: rollouts =>
        options.where(rollouts.whereRaw('d.entity_ref = wanted.entity_ref')),
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

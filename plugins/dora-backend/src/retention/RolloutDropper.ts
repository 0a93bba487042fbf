import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { retryConflicts } from '../database/retryConflicts';
import type { DayMarks } from '../facts/derive/DayMarks';
import { lockServices } from '../facts/derive/ServiceInfo';
import { dropEvents, type EventIdentity } from './dropEvents';
import { expiredRollouts } from './expiredRollouts';

/** Removes old rollouts with their events, what they shipped and why they failed, some hundred at a time. */
export class RolloutDropper {
  readonly #knex: Knex;
  readonly #days: DayMarks;

  constructor(options: { knex: Knex; days: DayMarks }) {
    this.#knex = options.knex;
    this.#days = options.days;
  }

  async drop(since: number, signal: AbortSignal): Promise<void> {
    const services: string[] = await this.#knex('dora_deployments')
      .where('finished_at', '<', since)
      .distinct()
      .pluck('entity_ref');
    for (const entityRef of services) {
      const ids = await this.#expired(entityRef, since);
      for (const batch of inBatches(ids)) {
        signal.throwIfAborted();
        await retryConflicts(() =>
          this.#knex.transaction(tx => this.#dropBatch(tx, entityRef, batch)),
        );
      }
    }
  }

  async #expired(entityRef: string, since: number): Promise<string[]> {
    const rollouts = () =>
      this.#knex('dora_deployments').where('entity_ref', entityRef);
    const old = await rollouts().where('finished_at', '<', since);
    const newerVersions: string[] = await rollouts()
      .where('finished_at', '>=', since)
      .distinct()
      .pluck('version');
    return expiredRollouts({
      old: old.map(row => ({
        id: row.id,
        environment: row.environment,
        version: row.version,
        finishedAt: Number(row.finished_at),
        outcome: row.outcome,
        kind: row.kind,
        position: row.position === null ? null : Number(row.position),
        recoveredAt:
          row.recovered_at === null ? null : Number(row.recovered_at),
      })),
      newerVersions: new Set(newerVersions),
      since,
    });
  }

  async #dropBatch(
    tx: Knex.Transaction,
    entityRef: string,
    ids: string[],
  ): Promise<void> {
    // As deriving does: nobody derives from what is being removed.
    await lockServices(tx, [entityRef]);
    const rows = await tx('dora_deployments')
      .whereIn('id', ids)
      .where('production', true)
      .select('finished_at', 'recovered_at');
    const events: EventIdentity[] = await tx('dora_events')
      .whereIn('deployment_id', ids)
      .select('source', 'external_id');
    await dropEvents(tx, events);
    await tx('dora_shipped').whereIn('deployment_id', ids).delete();
    await tx('dora_failure_links').whereIn('deployment_id', ids).delete();
    await tx('dora_deployments').whereIn('id', ids).delete();
    await this.#days.mark(
      tx,
      new Set(
        rows.flatMap(row =>
          [row.finished_at, row.recovered_at]
            .filter(at => at !== null)
            .map(Number),
        ),
      ),
    );
  }
}

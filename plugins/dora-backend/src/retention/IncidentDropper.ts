import type { Knex } from 'knex';
import { retryConflicts } from '../database/retryConflicts';
import type { DayMarks } from '../facts/derive/DayMarks';
import { dropEvents } from './dropEvents';

/** Incidents of one transaction. */
const BATCH = 500;

/** Removes incidents that were resolved long ago, with their events; those that a deployment is blamed for stay. */
export class IncidentDropper {
  readonly #knex: Knex;
  readonly #days: DayMarks;

  constructor(options: { knex: Knex; days: DayMarks }) {
    this.#knex = options.knex;
    this.#days = options.days;
  }

  async drop(since: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const dropped = await retryConflicts(() =>
        this.#knex.transaction(tx => this.#dropBatch(tx, since)),
      );
      if (dropped < BATCH) {
        return;
      }
    }
  }

  async #dropBatch(tx: Knex.Transaction, since: number): Promise<number> {
    const rows = await tx('dora_incidents')
      .where('resolved_at', '<', since)
      .whereNotExists(
        tx('dora_failure_links')
          .whereRaw('dora_failure_links.cause_id = dora_incidents.id')
          .select(tx.raw('1')),
      )
      .limit(BATCH)
      .select('id', 'source', 'external_id', 'opened_at', 'resolved_at');
    const ids = rows.map(row => row.id);
    await dropEvents(tx, rows);
    await tx('dora_incident_services').whereIn('incident_id', ids).delete();
    await tx('dora_incidents').whereIn('id', ids).delete();
    await this.#days.mark(
      tx,
      new Set(
        rows.flatMap(row => [Number(row.opened_at), Number(row.resolved_at)]),
      ),
    );
    return rows.length;
  }
}

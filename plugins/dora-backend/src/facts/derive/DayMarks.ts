import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { inBatches } from '../../database/inBatches';

/** Days whose facts changed, so that their rollups are made anew. */
export class DayMarks {
  readonly #timeZone: string;

  constructor(options: { timeZone: string }) {
    this.#timeZone = options.timeZone;
  }

  /** The local day that an instant lies in, `YYYY-MM-DD`. */
  dayOf(ms: number): string {
    return DateTime.fromMillis(ms, { zone: this.#timeZone }).toFormat(
      'yyyy-MM-dd',
    );
  }

  /** In the transaction that changes the facts. */
  async mark(tx: Knex.Transaction, instants: Set<number>): Promise<void> {
    // One order for all writers, so that they wait for each other instead of in a circle.
    const days = [...new Set([...instants].map(at => this.dayOf(at)))].sort();
    for (const batch of inBatches(days)) {
      await tx('dora_days')
        .insert(batch.map(day => ({ day, version: 1 })))
        .onConflict('day')
        .merge({ version: tx.raw('dora_days.version + 1') });
    }
  }
}

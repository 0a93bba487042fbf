import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';

/** What an event is known by, in all of its revisions. */
export interface EventIdentity {
  source: string;
  external_id: string;
}

/** Removes events with all of their revisions, for what one of them leaves out another one may say. */
export async function dropEvents(
  tx: Knex.Transaction,
  events: EventIdentity[],
): Promise<void> {
  for (const source of new Set(events.map(event => event.source))) {
    const ids = events.flatMap(event =>
      event.source === source ? [event.external_id] : [],
    );
    for (const batch of inBatches([...new Set(ids)])) {
      await tx('dora_events')
        .where('source', source)
        .whereIn('external_id', batch)
        .delete();
    }
  }
}

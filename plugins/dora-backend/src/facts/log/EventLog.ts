import type {
  ChangeEvent,
  DoraEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import type { EventRow } from './EventRow';

/** An event as the log has it. */
export interface LoggedEvent<T extends DoraEvent = DoraEvent> {
  seq: number;
  source: string;
  sourceType: string;
  revision: number;
  event: T;
}

interface StoredRow {
  seq: number | string;
  source: string;
  source_type: string;
  external_id: string;
  revision: number | string;
  payload: string;
}

/** The append-only log. Every method takes the transaction it works in. */
export class EventLog {
  /** Inserts what the log has not got; returns those rows. */
  async append(tx: Knex.Transaction, rows: EventRow[]): Promise<EventRow[]> {
    const distinct = new Map(rows.map(row => [identityOf(row), row]));
    // One order for all writers, so that they wait for each other instead of in a circle.
    const sorted = [...distinct.values()].sort((a, b) =>
      identityOf(a) < identityOf(b) ? -1 : 1,
    );
    const inserted = new Set<string>();
    for (const batch of inBatches(sorted)) {
      const added: StoredRow[] = await tx('dora_events')
        .insert(batch)
        .onConflict(['source', 'external_id', 'revision'])
        .ignore()
        .returning(['source', 'external_id', 'revision']);
      added.forEach(row => inserted.add(identityOf(row)));
    }
    const accepted = sorted.filter(row => inserted.has(identityOf(row)));
    await this.#supersede(tx, accepted);
    return accepted;
  }

  /** All revisions of the given ids of a source. */
  async revisionsOf<T extends DoraEvent>(
    db: Knex,
    source: string,
    ids: string[],
  ): Promise<LoggedEvent<T>[]> {
    const rows: StoredRow[] = [];
    for (const batch of inBatches([...new Set(ids)])) {
      rows.push(
        ...(await db<StoredRow>('dora_events')
          .where('source', source)
          .whereIn('external_id', batch)),
      );
    }
    return rows.map(row => toLogged<T>(row));
  }

  /** Where and when all revisions of ids of a source say that something was, where an id has several. */
  async placesOf(
    db: Knex,
    source: string,
    ids: string[],
  ): Promise<{ entityRef: string | null; at: number }[]> {
    const places: { entityRef: string | null; at: number }[] = [];
    for (const batch of inBatches([...new Set(ids)])) {
      const rows = await db('dora_events')
        .where({ source, superseded: true })
        .whereIn('external_id', batch)
        .select('entity_ref', 'at');
      places.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          at: Number(row.at),
        })),
      );
    }
    return places;
  }

  /** Events of a type about commits or versions of a repository. */
  async ofRepository<T extends DoraEvent>(
    db: Knex,
    type: T['type'],
    subject: string,
    versions: string[],
  ): Promise<LoggedEvent<T>[]> {
    const rows: StoredRow[] = [];
    for (const batch of inBatches([...new Set(versions)])) {
      rows.push(
        ...(await db<StoredRow>('dora_events')
          .where({ type, subject })
          .whereIn('version', batch)),
      );
    }
    return rows.map(row => toLogged<T>(row));
  }

  /** Events about changes of a repository, with the SHA that each turned out to have. */
  async changesBySha(
    db: Knex,
    subject: string,
    shas: string[],
  ): Promise<(LoggedEvent<ChangeEvent> & { sha: string })[]> {
    const rows: (StoredRow & { version: string })[] = [];
    for (const batch of inBatches(shas)) {
      rows.push(
        ...(await db('dora_events')
          .where({ type: 'change', subject })
          .whereIn('version', batch)),
      );
    }
    return rows.map(row => ({
      ...toLogged<ChangeEvent>(row),
      sha: row.version,
    }));
  }

  async #supersede(tx: Knex.Transaction, accepted: EventRow[]) {
    const groups = new Map<string, EventRow[]>();
    for (const row of accepted) {
      groups.set(row.source, [...(groups.get(row.source) ?? []), row]);
    }
    for (const [source, rows] of groups) {
      const ids = [...new Set(rows.map(row => row.external_id))];
      for (const batch of inBatches(ids)) {
        await tx('dora_events')
          .where('source', source)
          .whereIn('external_id', batch)
          .where('superseded', false)
          .whereExists(
            tx
              .select(tx.raw('1'))
              .from('dora_events as newer')
              .whereRaw('newer.source = dora_events.source')
              .whereRaw('newer.external_id = dora_events.external_id')
              .whereRaw('newer.revision > dora_events.revision'),
          )
          .update({ superseded: true });
      }
    }
  }
}

export function toLogged<T extends DoraEvent>(row: StoredRow): LoggedEvent<T> {
  return {
    seq: Number(row.seq),
    source: row.source,
    sourceType: row.source_type,
    revision: Number(row.revision),
    event: JSON.parse(row.payload),
  };
}

function identityOf(row: {
  source: string;
  external_id: string;
  revision: number | string;
}): string {
  return JSON.stringify([row.source, row.external_id, Number(row.revision)]);
}

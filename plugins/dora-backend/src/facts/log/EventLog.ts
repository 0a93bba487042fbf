import type {
  ChangeEvent,
  DoraEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { joinedWith } from '../../database/joinedWith';
import type { EventRow } from './EventRow';

/** An event as the log has it. */
export interface LoggedEvent<T extends DoraEvent = DoraEvent> {
  seq: number;
  source: string;
  sourceType: string;
  revision: number;
  subject: string | null;
  event: T;
}

/** Event of a repository, with the version or SHA it turned out to be about. */
export type RepositoryEvent<T extends DoraEvent> = LoggedEvent<T> & {
  subject: string;
  version: string;
};

interface StoredRow {
  seq: number | string;
  source: string;
  source_type: string;
  external_id: string;
  revision: number | string;
  subject: string | null;
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
    return sorted.filter(row => inserted.has(identityOf(row)));
  }

  /**
   * Lets the highest revision of each id hold, and no other.
   *
   * @returns where and when the other revisions say that something was
   */
  async supersede(
    tx: Knex.Transaction,
    source: string,
    ids: string[],
  ): Promise<{ entityRef: string | null; at: number }[]> {
    const newest = new Map<string, number>();
    const rows = [];
    for (const batch of inBatches([...new Set(ids)])) {
      rows.push(
        ...(await tx('dora_events')
          .where('source', source)
          .whereIn('external_id', batch)
          .select(
            'seq',
            'external_id',
            'revision',
            'entity_ref',
            'at',
            'superseded',
          )),
      );
    }
    for (const row of rows) {
      newest.set(
        row.external_id,
        Math.max(newest.get(row.external_id) ?? 0, Number(row.revision)),
      );
    }
    const older = rows.filter(
      row => Number(row.revision) < newest.get(row.external_id)!,
    );
    for (const batch of inBatches(older.filter(row => !row.superseded))) {
      await tx('dora_events')
        .whereIn(
          'seq',
          batch.map(row => row.seq),
        )
        .update({ superseded: true });
    }
    return older.map(row => ({
      entityRef: row.entity_ref,
      at: Number(row.at),
    }));
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

  /** Events of a type about versions or commits of repositories. */
  async ofRepositories<T extends DoraEvent>(
    db: Knex,
    type: T['type'],
    wanted: { subject: string; version: string }[],
  ): Promise<RepositoryEvent<T>[]> {
    const rows = await joinedWith(db, {
      table: 'dora_events',
      on: { subject: 'text', version: 'text' },
      values: wanted.map(({ subject, version }) => [subject, version]),
      narrow: query => query.where('t.type', type),
    });
    return rows.map(row => ({
      ...toLogged<T>(row),
      subject: row.subject,
      version: row.version,
    }));
  }

  /** Notes the SHA that changes turned out to have. */
  async nameShas(
    tx: Knex.Transaction,
    events: { logged: LoggedEvent<ChangeEvent>; sha: string }[],
  ): Promise<void> {
    for (const { logged, sha } of events) {
      await tx('dora_events').where('seq', logged.seq).update({ version: sha });
    }
  }
}

function toLogged<T extends DoraEvent>(
  row: StoredRow | Record<string, any>,
): LoggedEvent<T> {
  return {
    seq: Number(row.seq),
    source: row.source,
    sourceType: row.source_type,
    revision: Number(row.revision),
    subject: row.subject,
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

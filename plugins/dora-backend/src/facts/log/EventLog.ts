import type {
  ChangeEvent,
  DoraEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { insertRows } from '../../database/insertRows';
import { joinedWith } from '../../database/joinedWith';
import { lookUp } from '../../database/lookUp';
import type { EventRow, ReportedEvent } from './EventRow';

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

/** What an event of the log is known by. */
const IDENTITY = ['source', 'external_id', 'revision'];

/** The append-only log. Every method takes the transaction it works in. */
export class EventLog {
  /** Inserts what the log has not got; returns that. */
  async append(
    tx: Knex.Transaction,
    reported: ReportedEvent[],
  ): Promise<ReportedEvent[]> {
    const distinct = new Map(reported.map(one => [identityOf(one.row), one]));
    // One order for all writers, so that they wait for each other instead of in a circle.
    const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1));
    const added = await insertRows(tx, {
      table: 'dora_events',
      rows: sorted.map(([, { row }]) => row),
      key: IDENTITY,
      onConflict: 'ignore',
      returning: IDENTITY,
    });
    const inserted = new Set(added.map(row => identityOf(row as EventRow)));
    return sorted.flatMap(([identity, one]) =>
      inserted.has(identity) ? [one] : [],
    );
  }

  /**
   * Lets the highest revision of each id hold, and no other.
   *
   * @param added - what was appended
   * @returns where and when the other revisions say that something was
   */
  async supersede(
    tx: Knex.Transaction,
    added: ReportedEvent[],
  ): Promise<{ entityRef: string | null; at: number }[]> {
    const revised = await lookUp(tx, {
      columns: { source: 'text', external_id: 'text', revision: 'bigint' },
      values: added.map(({ row }) => [
        row.source,
        row.external_id,
        row.revision,
      ]),
      table: 'dora_events as t',
      select: ['t.source', 't.external_id'],
      where: events =>
        events
          .whereRaw('t.source = wanted.source')
          .whereRaw('t.external_id = wanted.external_id')
          .whereRaw('t.revision <> wanted.revision'),
    });
    const rows = await joinedWith(tx, {
      table: 'dora_events',
      on: { source: 'text', external_id: 'text' },
      values: revised.map(row => [row.source, row.external_id]),
    });
    const newest = new Map<string, number>();
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
    const rows = await joinedWith(db, {
      table: 'dora_events',
      on: { source: 'text', external_id: 'text' },
      values: ids.map(id => [source, id]),
    });
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
  row: Record<string, any>,
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

function identityOf({
  source,
  external_id: id,
  revision,
}: Pick<EventRow, 'source' | 'external_id' | 'revision'>): string {
  return JSON.stringify([source, id, Number(revision)]);
}

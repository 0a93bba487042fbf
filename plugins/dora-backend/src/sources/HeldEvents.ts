import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';

const PAGE = 1_000;

/** The newest revision that the log has of one of a source's events. */
export interface HeldEvent<T extends DoraEvent = DoraEvent> {
  revision: number;
  event: T;
}

/** What the log has of one source, for sources whose origin may take back what it said. */
export class HeldEvents {
  readonly #knex: Knex;
  readonly #source: string;

  constructor(options: { knex: Knex; source: string }) {
    this.#knex = options.knex;
    this.#source = options.source;
  }

  /** The newest revisions of all events of a type, in lots. */
  async *all<T extends DoraEvent>(
    type: T['type'],
  ): AsyncGenerator<HeldEvent<T>[]> {
    let after = 0;
    for (;;) {
      const rows = await this.#knex('dora_events')
        .where({ source: this.#source, type, superseded: false })
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(PAGE)
        .select('seq', 'revision', 'payload');
      if (rows.length === 0) {
        return;
      }
      yield rows.map(row => ({
        revision: Number(row.revision),
        event: JSON.parse(row.payload),
      }));
      after = Number(rows.at(-1).seq);
    }
  }

  /** The newest revisions of some events. */
  async some<T extends DoraEvent>(ids: string[]): Promise<HeldEvent<T>[]> {
    const held: HeldEvent<T>[] = [];
    for (let start = 0; start < ids.length; start += PAGE) {
      const rows = await this.#knex('dora_events')
        .where({ source: this.#source, superseded: false })
        .whereIn('external_id', ids.slice(start, start + PAGE))
        .select('revision', 'payload');
      held.push(
        ...rows.map(row => ({
          revision: Number(row.revision),
          event: JSON.parse(row.payload),
        })),
      );
    }
    return held;
  }

  /** The greatest revision of any of the source's events; undefined where the log has none. */
  async greatestRevision(): Promise<number | undefined> {
    const row = await this.#knex('dora_events')
      .where('source', this.#source)
      .max({ revision: 'revision' })
      .first();
    return row?.revision === null || row?.revision === undefined
      ? undefined
      : Number(row.revision);
  }
}

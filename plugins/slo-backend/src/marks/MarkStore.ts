import type { HistoryMark } from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';

/** A mark as it comes from elsewhere. Instants are seconds since the epoch. */
export interface Mark {
  /** The same for every message about the same thing. */
  key: string;
  entityRef: string;
  at: number;
  until: number | null;
  kind: HistoryMark['kind'];
  title: string;
  url: string | null;
}

/** What happened to a service beside its SLIs: deployments, rollbacks, incidents. */
export class MarkStore {
  /** The same mark again overwrites itself. */
  async save(db: Knex, mark: Mark): Promise<void> {
    await db('slo_marks')
      .insert({
        mark_key: mark.key,
        entity_ref: mark.entityRef,
        at: mark.at,
        until: mark.until,
        kind: mark.kind,
        title: mark.title,
        url: mark.url,
      })
      .onConflict('mark_key')
      .merge();
  }

  /** For what never happened. */
  async remove(db: Knex, key: string): Promise<void> {
    await db('slo_marks').where('mark_key', key).delete();
  }

  /** Marks that touch [from, to), oldest first. */
  async list(
    db: Knex,
    entityRef: string,
    range: { from: number; to: number },
  ): Promise<HistoryMark[]> {
    const rows = await db('slo_marks')
      .where('entity_ref', entityRef)
      .andWhere('at', '<', range.to)
      .andWhere(query =>
        query.where('at', '>=', range.from).orWhere('until', '>', range.from),
      )
      .orderBy('at');
    return rows.map(row => ({
      at: toInstant(Number(row.at)),
      ...(row.until !== null && { to: toInstant(Number(row.until)) }),
      kind: row.kind,
      title: row.title,
      ...(row.url && { url: row.url }),
    }));
  }
}

import type { Knex } from 'knex';
import type { RequestRow } from '../RequestRow';
import { fromPlace, toPlace } from './ListPlace';

/** A page of requests whose current stage waits for one of the refs, by keyset, the longest wait first. */
export async function listWaiting(
  db: Knex,
  options: { refs: string[]; limit: number; after?: string },
): Promise<{ rows: RequestRow[]; next?: string }> {
  const { refs, limit } = options;
  const after = fromPlace(options.after);
  const query = db<RequestRow>('escape_hatch_requests')
    .where('status', 'submitted')
    .whereIn(
      'id',
      db('escape_hatch_request_parties')
        .where('role', 'waiting')
        .whereIn('ref', refs)
        .select('request_id'),
    )
    .orderBy([{ column: 'waiting_since' }, { column: 'number' }])
    .limit(limit + 1);
  if (after) {
    query.whereRaw('(waiting_since, number) > (?, ?)', [
      after.at,
      after.number,
    ]);
  }
  const found: RequestRow[] = await query;
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next:
      found.length > limit && last
        ? toPlace({ at: Number(last.waiting_since), number: last.number })
        : undefined,
  };
}

import type { AuditVerification } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import type { ChainCheck, LastEntry } from './ChainCheck';
import { digest } from './digest';

/** Requests that are read at once. */
const BATCH = 500;

/** A request as it is compared with the trail. */
interface ComparedRow {
  id: string;
  number: number;
  version: number;
  status: string;
  content: string;
  expires_at: number | string;
}

/**
 * The first request that is not as its last row of the trail left it: somebody changed it past the trail, or took rows
 * off the trail's end and corrected the end.
 */
export async function findUnauditedRequest(
  tx: Knex,
  trail: Pick<ChainCheck, 'last' | 'rows'>,
): Promise<AuditVerification['firstBroken']> {
  let found = 0;
  let after = 0;
  for (;;) {
    const rows: ComparedRow[] = await tx('escape_hatch_requests')
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .select('id', 'number', 'version', 'status', 'content', 'expires_at');
    for (const row of rows) {
      const entry = trail.last.get(row.id);
      const reason = differenceOf(row, entry);
      if (reason) {
        const seq = entry?.seq ?? trail.rows + 1;
        return { seq, requestId: row.id, reason };
      }
    }
    found += rows.length;
    if (rows.length < BATCH) {
      break;
    }
    after = rows[BATCH - 1].number;
  }
  return found < trail.last.size ? findOrphan(tx, trail) : undefined;
}

function differenceOf(
  row: ComparedRow,
  entry: LastEntry | undefined,
): string | undefined {
  const name = `Request #${row.number}`;
  if (!entry) {
    return `${name} has no row in the trail.`;
  }
  if (row.version !== entry.version || row.status !== entry.status) {
    return `${name} is version ${row.version}, ${row.status}; the trail ends with version ${entry.version}, ${entry.status}.`;
  }
  const content = parse(row.content);
  if (
    digest(content) !== entry.content ||
    Date.parse(content?.expiresAt) !== Number(row.expires_at)
  ) {
    return `${name} does not say what the trail has of it.`;
  }
  return undefined;
}

function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function findOrphan(
  tx: Knex,
  trail: Pick<ChainCheck, 'last'>,
): Promise<AuditVerification['firstBroken']> {
  const stored = new Set(
    (await tx('escape_hatch_requests').select('id')).map(({ id }) => id),
  );
  for (const [requestId, { seq }] of trail.last) {
    if (!stored.has(requestId)) {
      const reason = 'Its request is not there any more.';
      return { seq, requestId, reason };
    }
  }
  return undefined;
}

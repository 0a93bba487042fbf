import type { AuditVerification } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import type { AuditRow } from './AuditRow';
import { ChainCheck } from './ChainCheck';
import { findUnauditedRequest } from './findUnauditedRequest';

/** Rows that are read at once. */
const BATCH = 1_000;

/**
 * Reads the whole trail in one snapshot and names the first row that is not what was written: a row that was changed,
 * deleted, added or moved, rows that are missing at the end, and requests that are not as their last row left them.
 */
export async function verifyTrail(knex: Knex): Promise<AuditVerification> {
  const isSqlite = knex.client.config.client.includes('sqlite');
  return knex.transaction(
    async tx => {
      const check = new ChainCheck();
      let last: number | undefined;
      for (;;) {
        const page = tx<AuditRow>('escape_hatch_audit')
          .orderBy('seq')
          .limit(BATCH);
        const rows: AuditRow[] = await (last === undefined
          ? page
          : page.where('seq', '>', last));
        rows.forEach(row => check.add(row));
        if (rows.length < BATCH) {
          break;
        }
        last = rows[BATCH - 1].seq;
      }
      const head = await tx('escape_hatch_heads')
        .where('name', 'audit')
        .first();
      check.end({ seq: Number(head?.value), hash: head?.hash });
      const firstBroken =
        check.broken ?? (await findUnauditedRequest(tx, check));
      return {
        valid: firstBroken === undefined,
        rows: check.rows,
        head: check.head,
        ...(firstBroken && { firstBroken }),
      };
    },
    // SQLite has one connection, so nobody writes meanwhile.
    isSqlite ? {} : { isolationLevel: 'repeatable read', readOnly: true },
  );
}

import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { StageApproval } from './HatchRecord';

/** The approvals that bind the requests' present content, by request, in the order of the stages. */
export async function readApprovals(
  db: Knex,
  requestIds: string[],
): Promise<Map<string, StageApproval[]>> {
  const approvals = new Map<string, StageApproval[]>();
  for (const batch of inBatches(requestIds)) {
    const rows = await db('escape_hatch_approvals')
      .whereIn('request_id', batch)
      .orderBy('stage');
    for (const row of rows) {
      const list = approvals.get(row.request_id) ?? [];
      approvals.set(row.request_id, list);
      list.push({
        stage: row.stage,
        approver: row.approver,
        at: Number(row.at),
        ...(row.comment !== null && { comment: row.comment }),
        resolvedFrom: JSON.parse(row.resolved_from),
        reason: row.reason,
      });
    }
  }
  return approvals;
}

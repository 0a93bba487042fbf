import type {
  PolicyChange,
  PolicyThreshold,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import type { PolicyStep } from './replayPolicy';

/** The history of policy actions; rows are only ever added. */
export class PolicyChangeStore {
  async add(
    tx: Knex.Transaction,
    sloId: string,
    steps: PolicyStep[],
  ): Promise<void> {
    for (const { at, threshold, action, effect, entered, consumed } of steps) {
      await tx('slo_policy_changes').insert({
        slo_id: sloId,
        at,
        threshold,
        action,
        effect,
        entered,
        consumed,
      });
    }
  }

  /** Steps as they were when they last changed, of some thresholds. */
  async steps(
    tx: Knex.Transaction,
    sloId: string,
    thresholds: number[],
  ): Promise<PolicyThreshold[]> {
    const rows: PolicyThreshold[] = await tx('slo_policy_changes')
      .where('slo_id', sloId)
      .whereIn('threshold', thresholds)
      .orderBy('change_id')
      .select('threshold', 'action', 'effect');
    return [...new Map(rows.map(row => [row.threshold, row])).values()];
  }

  /** Newest first. */
  async list(
    db: Knex,
    sloId: string,
    page: { limit: number; offset: number },
  ): Promise<PolicyChange[]> {
    const rows = await db('slo_policy_changes')
      .where('slo_id', sloId)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'change_id', order: 'desc' },
      ])
      .limit(page.limit)
      .offset(page.offset);
    return rows.map(row => ({
      at: toInstant(Number(row.at)),
      threshold: row.threshold,
      action: row.action,
      effect: row.effect,
      entered: Boolean(row.entered),
      consumed: row.consumed,
    }));
  }
}

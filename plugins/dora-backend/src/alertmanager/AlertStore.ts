import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { Alert } from './Alert';

/** What is known of a group of alerts; the revision grows with everything that becomes known. */
export interface AlertGroup {
  revision: number;
  alerts: Alert[];
}

/** Alerts of Alertmanager, by group: the incidents that they are depend on all that are near in time. */
export class AlertStore {
  /**
   * Adds what is new. An alert that has ended stays so, at the earliest end that was reported: the same one cannot
   * fire again, for it would have another start.
   */
  async add(tx: Knex.Transaction, group: string, alerts: Alert[]) {
    for (const batch of inBatches(distinct(alerts))) {
      await tx('dora_alerts')
        .insert(
          batch.map(alert => ({
            group_id: group,
            fingerprint: alert.fingerprint,
            starts_at: alert.startsAt,
            ends_at: alert.endsAt,
            details: JSON.stringify(alert.details),
            revision: 1,
          })),
        )
        .onConflict(['group_id', 'fingerprint', 'starts_at'])
        .ignore();
      for (const alert of batch.filter(({ endsAt }) => endsAt !== null)) {
        await tx('dora_alerts')
          .where({
            group_id: group,
            fingerprint: alert.fingerprint,
            starts_at: alert.startsAt,
          })
          .andWhere(query =>
            query.whereNull('ends_at').orWhere('ends_at', '>', alert.endsAt),
          )
          .update({
            ends_at: alert.endsAt,
            revision: tx.raw('revision + 1'),
          });
      }
    }
  }

  async group(db: Knex, group: string): Promise<AlertGroup> {
    const rows = await db('dora_alerts').where('group_id', group);
    return {
      revision: rows.reduce((sum, row) => sum + Number(row.revision), 0),
      alerts: rows.map(row => ({
        fingerprint: row.fingerprint,
        startsAt: Number(row.starts_at),
        endsAt: row.ends_at === null ? null : Number(row.ends_at),
        details: JSON.parse(row.details),
      })),
    };
  }
}

/** The id of the group that a key of Alertmanager, which may be long, stands for. */
export function alertGroupId(groupKey: string): string {
  return createHash('sha256').update(groupKey).digest('base64url').slice(0, 22);
}

/** One of each, in one order for all writers; of two states of one alert the one that ended first. */
function distinct(alerts: Alert[]): Alert[] {
  const byKey = new Map<string, Alert>();
  for (const alert of alerts) {
    const key = JSON.stringify([alert.fingerprint, alert.startsAt]);
    const known = byKey.get(key);
    if (!known || (alert.endsAt ?? Infinity) < (known.endsAt ?? Infinity)) {
      byKey.set(key, alert);
    }
  }
  return [...byKey.keys()].sort().map(key => byKey.get(key)!);
}

import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { joinedWith } from '../../database/joinedWith';
import { lookUp } from '../../database/lookUp';
import type { Shipped } from './Shipped';

type ShippedRow = ReturnType<typeof shippedToRow>;

/** Which rollout shipped which change. Every method takes the transaction it works in. */
export class ShippedStore {
  /** Rollouts of services that shipped changes: by service and change, as JSON. */
  async rolloutsOf(
    db: Knex,
    wanted: { entityRef: string; changeId: number }[],
  ): Promise<Map<string, string>> {
    const rows = await lookUp(db, {
      columns: { entity_ref: 'text', change_id: 'bigint' },
      values: wanted.map(({ entityRef, changeId }) => [entityRef, changeId]),
      table: 'dora_shipped as s',
      select: 's.*',
      where: shipped =>
        shipped
          .whereRaw('s.change_id = wanted.change_id')
          .whereRaw('s.entity_ref = wanted.entity_ref'),
    });
    return new Map(
      rows.map(row => [
        shipKey(row.entity_ref, row.change_id),
        row.deployment_id,
      ]),
    );
  }

  /**
   * Makes the changes of the given rollouts the given ones; returns the rollouts for which that made a difference.
   */
  async replace(
    tx: Knex.Transaction,
    rolloutIds: string[],
    shipped: Shipped[],
  ): Promise<Set<string>> {
    const before = new Map<string, ShippedRow[]>();
    const rows = await joinedWith(tx, {
      table: 'dora_shipped',
      on: { deployment_id: 'text' },
      values: rolloutIds.map(id => [id]),
    });
    for (const row of rows) {
      push(before, row.deployment_id, normalised(row));
    }
    const after = new Map<string, ShippedRow[]>();
    for (const one of shipped) {
      push(after, one.rolloutId, shippedToRow(one));
    }
    const changed = rolloutIds.filter(
      id => textOf(before.get(id)) !== textOf(after.get(id)),
    );
    for (const batch of inBatches(changed.filter(id => before.has(id)))) {
      await tx('dora_shipped').whereIn('deployment_id', batch).delete();
    }
    const added = changed.flatMap(id => after.get(id) ?? []);
    for (const batch of inBatches(added)) {
      await tx('dora_shipped').insert(batch);
    }
    return new Set(changed);
  }
}

/** Key of a change of a service in `rolloutsOf`. */
export function shipKey(entityRef: string, changeId: number): string {
  return JSON.stringify([entityRef, Number(changeId)]);
}

function textOf(rows: ShippedRow[] = []): string {
  return JSON.stringify(
    rows
      .map(row => Object.values(row))
      .sort((a, b) => Number(a[1]) - Number(b[1])),
  );
}

function push<T>(groups: Map<string, T[]>, key: string, item: T) {
  const group = groups.get(key);
  if (group) {
    group.push(item);
  } else {
    groups.set(key, [item]);
  }
}

function shippedToRow(shipped: Shipped) {
  return {
    deployment_id: shipped.rolloutId,
    change_id: shipped.changeId,
    entity_ref: shipped.entityRef,
    owner_ref: shipped.ownerRef,
    finished_at: shipped.finishedAt,
    lead_seconds: shipped.leadSeconds,
    coding: shipped.stages.coding ?? 0,
    pickup: shipped.stages.pickup,
    review: shipped.stages.review,
    integration: shipped.stages.integration,
    promotion: shipped.stages.promotion,
    rollout: shipped.stages.rollout,
    demo: shipped.demo,
  };
}

/** A row as it is read, in the form in which it is written. */
function normalised(row: Record<string, any>): ShippedRow {
  return {
    deployment_id: row.deployment_id,
    change_id: Number(row.change_id),
    entity_ref: row.entity_ref,
    owner_ref: row.owner_ref,
    finished_at: Number(row.finished_at),
    lead_seconds: row.lead_seconds,
    coding: row.coding,
    pickup: row.pickup,
    review: row.review,
    integration: row.integration,
    promotion: row.promotion,
    rollout: row.rollout,
    demo: Boolean(row.demo),
  };
}

import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { GroupRow, ServiceRow } from './DirectoryEntity';

/** A component that the directory has, which the catalog may have no more. */
export interface StoredService extends ServiceRow {
  removed: boolean;
}

/** Components and groups of the catalog, and who owned which component when. */
export class DirectoryStore {
  async services(db: Knex): Promise<Map<string, StoredService>> {
    const rows = await db('dora_services').select();
    return new Map(
      rows.map(({ pending: _, removed_at: removedAt, ...row }) => [
        row.entity_ref,
        { ...row, demo: Boolean(row.demo), removed: removedAt !== null },
      ]),
    );
  }

  /** What the catalog says of these components holds from now on. */
  async saveServices(tx: Knex.Transaction, rows: ServiceRow[]): Promise<void> {
    for (const batch of inBatches(rows)) {
      await tx('dora_services')
        .insert(batch.map(row => ({ ...row, removed_at: null })))
        .onConflict('entity_ref')
        .merge();
    }
  }

  /** Components whose facts have to be derived anew; noted in the transaction that makes it so. */
  async markPending(tx: Knex.Transaction, entityRefs: string[]): Promise<void> {
    for (const batch of inBatches(entityRefs)) {
      await tx('dora_services')
        .whereIn('entity_ref', batch)
        .update({ pending: true });
    }
  }

  async pending(db: Knex): Promise<string[]> {
    return db('dora_services').where('pending', true).pluck('entity_ref');
  }

  /** Noted in the transaction that derives them. */
  async clearPending(
    tx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<void> {
    for (const batch of inBatches(entityRefs)) {
      await tx('dora_services')
        .whereIn('entity_ref', batch)
        .update({ pending: false });
    }
  }

  async markRemoved(
    tx: Knex.Transaction,
    entityRefs: string[],
    now: number,
  ): Promise<void> {
    for (const batch of inBatches(entityRefs)) {
      await tx('dora_services')
        .whereIn('entity_ref', batch)
        .update({ removed_at: now });
    }
  }

  /** Who owns these components from an instant on; 0 for those that are new. */
  async saveOwners(
    tx: Knex.Transaction,
    owners: { entityRef: string; ownerRef: string | null; from: number }[],
  ): Promise<void> {
    for (const batch of inBatches(owners)) {
      for (const { entityRef, from } of batch.filter(owner => owner.from > 0)) {
        await tx('dora_ownership')
          .where('entity_ref', entityRef)
          .whereNull('to_ms')
          .update({ to_ms: from });
      }
      await tx('dora_ownership').insert(
        batch.map(({ entityRef, ownerRef, from }) => ({
          entity_ref: entityRef,
          from_ms: from,
          to_ms: null,
          owner_ref: ownerRef,
        })),
      );
    }
  }

  /** These groups are all that there are. */
  async replaceGroups(tx: Knex.Transaction, rows: GroupRow[]): Promise<void> {
    const stored: GroupRow[] = await tx('dora_groups').select();
    const known = new Map(stored.map(row => [row.group_ref, row]));
    const changed = rows.filter(row => {
      const before = known.get(row.group_ref);
      return (
        !before ||
        before.parent_ref !== row.parent_ref ||
        before.title !== row.title
      );
    });
    const present = new Set(rows.map(row => row.group_ref));
    const gone = [...known.keys()].filter(ref => !present.has(ref));
    for (const batch of inBatches(gone)) {
      await tx('dora_groups').whereIn('group_ref', batch).delete();
    }
    for (const batch of inBatches(changed)) {
      await tx('dora_groups').insert(batch).onConflict('group_ref').merge();
    }
  }
}

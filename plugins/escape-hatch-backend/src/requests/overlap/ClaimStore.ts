import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import type { Claim } from './Claim';
import { overlapping, type Holder, type Overlap } from './overlapping';

/** Who holds an entity's rules: requests that wait for a decision, and escape hatches that have not ended. */
export class ClaimStore {
  /**
   * Waits until no other transaction decides on the same rules of the entity. Without it two submissions could not see
   * each other, and both would win.
   */
  async lock(tx: Knex.Transaction, claim: Claim): Promise<void> {
    // In one order, so that no two of them wait for each other.
    const rules = [...claim.rules].sort();
    if (rules.length > 0) {
      await tx('escape_hatch_claims')
        .insert(
          rules.map(rule => ({ entity_ref: claim.entityRef, rule, turns: 1 })),
        )
        .onConflict(['entity_ref', 'rule'])
        .merge({ turns: tx.raw('escape_hatch_claims.turns + 1') });
    }
  }

  /** Requests of the same entity for a shared rule whose targets can meet, by number. */
  async overlaps(db: Knex, claim: Claim, now: number): Promise<Overlap[]> {
    return overlapping(await this.holders(db, [claim.entityRef], now), claim);
  }

  /** All that hold something of the entities, by number. */
  async holders(
    db: Knex,
    entityRefs: string[],
    now: number,
  ): Promise<Holder[]> {
    const found: Holder[] = [];
    for (const batch of inBatches([...new Set(entityRefs)])) {
      const rows = await db('escape_hatch_requests')
        .whereIn('entity_ref', batch)
        .where(query =>
          query
            .whereIn('status', ['submitted', 'changes_requested'])
            .orWhere(part =>
              part.where('status', 'approved').where('expires_at', '>', now),
            ),
        )
        .orderBy('number')
        .select('id', 'number', 'entity_ref', 'content');
      for (const { id, number, entity_ref: entityRef, content } of rows) {
        const { rules, target }: RequestContent = JSON.parse(content);
        found.push({ id, number, entityRef, rules, target });
      }
    }
    return found;
  }
}

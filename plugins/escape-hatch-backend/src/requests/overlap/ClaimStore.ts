import {
  type RequestContent,
  targetsMeet,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import type { Claim } from './Claim';

/** A request that holds what another one asks for. */
export interface Overlap {
  id: string;
  number: number;
}

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
    const rows = await db('escape_hatch_requests')
      .where('entity_ref', claim.entityRef)
      .where(query =>
        query
          .whereIn('status', ['submitted', 'changes_requested'])
          .orWhere(part =>
            part.where('status', 'approved').where('expires_at', '>', now),
          ),
      )
      .whereIn(
        'id',
        db('escape_hatch_request_rules')
          .whereIn('rule', claim.rules)
          .select('request_id'),
      )
      .whereNotIn('id', claim.exempt)
      .orderBy('number')
      .select('id', 'number', 'content');
    return rows
      .filter(({ content }) => {
        const { target }: RequestContent = JSON.parse(content);
        return targetsMeet(claim.target, target);
      })
      .map(({ id, number }) => ({ id, number }));
  }
}

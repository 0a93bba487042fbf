import type { Knex } from 'knex';
import type { HatchRecord } from '../HatchRecord';
import { claimOf } from '../overlap/Claim';
import { describeOverlap } from '../overlap/describeOverlap';
import { toError } from '../standing/Refusal';
import type { TransitionContext } from './TransitionContext';

/**
 * Makes sure, for the rest of the transaction, that nobody holds what a request claims.
 *
 * @throws ConflictError that names who does
 */
export async function assertNotHeld(
  tx: Knex.Transaction,
  context: Pick<TransitionContext, 'claims' | 'clock' | 'settings'>,
  record: HatchRecord,
): Promise<void> {
  const { claims, clock, settings } = context;
  const claim = claimOf(record, settings);
  await claims.lock(tx, claim);
  const [first] = await claims.overlaps(tx, claim, clock.now());
  if (first) {
    throw toError(
      { kind: 'conflict', reason: describeOverlap(record, first) },
      { action: 'submit', number: record.number },
    );
  }
}

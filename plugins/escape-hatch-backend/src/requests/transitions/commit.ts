import type { Knex } from 'knex';
import { retryConflicts } from '../../database/retryConflicts';
import type { TransitionContext } from './TransitionContext';
import type { Transition } from './Transition';

/**
 * Writes transitions in one transaction: wholly, or not at all.
 *
 * @param plan - what is to be written, as the transaction sees things
 */
export async function commit(
  context: TransitionContext,
  plan: (tx: Knex.Transaction) => Transition[] | Promise<Transition[]>,
): Promise<void> {
  const { knex, writer, nudge } = context;
  await retryConflicts(() =>
    knex.transaction(async tx => {
      for (const transition of await plan(tx)) {
        await writer.write(tx, transition);
      }
    }),
  );
  nudge();
}

import type { Actor } from '../Actor';
import { commit } from './commit';
import { open } from './open';
import { nextOf } from './Transition';
import type { TransitionContext } from './TransitionContext';

/** The new owner stands by an escape hatch of the one before; one that was suspended counts again. */
export async function confirmOwner(
  context: TransitionContext,
  options: {
    id: string;
    expectedVersion: number;
    comment?: string;
    actor: Actor;
  },
): Promise<void> {
  const question = await open(context, { ...options, action: 'confirm-owner' });
  const { record, userRef, directory, now } = question;
  const owners = await directory.ownersOf(record);
  await commit(context, () => [
    {
      before: record,
      after: nextOf(record, now, { owners, ownerChangedAt: null }),
      action: 'confirm-owner',
      actor: userRef,
      waiting: [],
      details: { comment: options.comment, owners },
    },
  ]);
}

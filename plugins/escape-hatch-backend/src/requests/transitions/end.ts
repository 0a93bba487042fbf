import type { Actor } from '../Actor';
import { assertComment } from './assertComment';
import { commit } from './commit';
import { open } from './open';
import { nextOf } from './Transition';
import type { TransitionContext } from './TransitionContext';

/** Takes a request back before it is approved, or ends an escape hatch before its time, at once and for good. */
export async function end(
  context: TransitionContext,
  options: {
    id: string;
    action: 'withdraw' | 'revoke';
    expectedVersion: number;
    comment?: string;
    actor: Actor;
  },
): Promise<void> {
  const { action } = options;
  const { record, userRef, now } = await open(context, options);
  const comment =
    action === 'revoke'
      ? assertComment(action, options.comment)
      : options.comment;
  const after = nextOf(record, now, {
    status: action === 'revoke' ? 'revoked' : 'withdrawn',
    stage: null,
    waitingSince: null,
    endedAt: now,
  });
  await commit(context, () => [
    {
      before: record,
      after,
      action,
      actor: userRef,
      waiting: [],
      details: { comment },
    },
  ]);
}

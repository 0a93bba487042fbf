import type { Actor } from '../Actor';
import { assertComment } from './assertComment';
import { commit } from './commit';
import { open } from './open';
import { nextOf } from './Transition';
import type { TransitionContext } from './TransitionContext';

/** Rejects a request, or sends it back for changes; both want a reason. What was approved of it counts no more. */
export async function decline(
  context: TransitionContext,
  options: {
    id: string;
    action: 'reject' | 'request-changes';
    expectedVersion: number;
    comment?: string;
    actor: Actor;
  },
): Promise<void> {
  const { action } = options;
  const { record, userRef, now } = await open(context, options);
  const comment = assertComment(action, options.comment);
  const stage = record.stages[record.stage!].id;
  const isEnd = action === 'reject';
  const after = nextOf(record, now, {
    stage: null,
    approvals: isEnd ? record.approvals : [],
    ...(isEnd
      ? { status: 'rejected', waitingSince: null, endedAt: now }
      : { status: 'changes_requested', waitingSince: now }),
  });
  await commit(context, () => [
    {
      before: record,
      after,
      action,
      actor: userRef,
      waiting: [],
      details: {
        comment,
        stage,
        ...(!isEnd && { cleared: record.approvals.length || undefined }),
      },
    },
  ]);
}

import type { Actor } from '../Actor';
import type { HatchRecord, StageApproval } from '../HatchRecord';
import { approvalReason } from '../standing/approvalReason';
import type { Question } from '../standing/Question';
import { commit } from './commit';
import { lockRequest } from './lockRequest';
import { open } from './open';
import { nextOf, PORTAL, type Transition } from './Transition';
import type { TransitionContext } from './TransitionContext';
import { waitingOf } from './waitingOf';

/**
 * Approves the stage that waits. The last approval makes the escape hatch and, of a renewal, ends the one that it
 * renews: in one transaction, so that there is neither a gap nor a doubling.
 */
export async function approve(
  context: TransitionContext,
  options: {
    id: string;
    expectedVersion: number;
    comment?: string;
    actor: Actor;
  },
): Promise<void> {
  const question = await open(context, { ...options, action: 'approve' });
  const step = await approval(question, options.comment);
  await commit(context, async tx => {
    const { after } = step;
    if (after.status !== 'approved' || after.renewalOf === null) {
      return [step];
    }
    const old = await lockRequest(tx, after.renewalOf);
    return old?.status === 'approved'
      ? [step, supersession(old, after)]
      : [step];
  });
}

async function approval(
  question: Question,
  comment: string | undefined,
): Promise<Transition> {
  const { record, userRef, directory, now } = question;
  const index = record.stage!;
  const stage = record.stages[index];
  const owners = await directory.ownersOf(record);
  const resolved = await directory.resolve(stage, owners);
  const given: StageApproval = {
    stage: index,
    approver: userRef,
    at: now,
    ...(comment !== undefined && { comment }),
    resolvedFrom: [...resolved.users.keys()].sort(),
    reason: approvalReason({ stage, resolved, userRef }),
  };
  const isLast = index === record.stages.length - 1;
  const after = nextOf(record, now, {
    approvals: [...record.approvals, given],
    ...(isLast
      ? {
          status: 'approved',
          stage: null,
          waitingSince: null,
          approvedAt: now,
          activeFrom: Math.max(now, record.startsAt ?? now),
        }
      : { stage: index + 1, waitingSince: now }),
  });
  return {
    before: record,
    after,
    action: 'approve',
    actor: userRef,
    ...(await waitingOf(after, owners, directory)),
    details: {
      comment,
      stage: stage.id,
      resolvedFrom: given.resolvedFrom,
      reason: given.reason,
    },
  };
}

function supersession(old: HatchRecord, renewal: HatchRecord): Transition {
  return {
    before: old,
    after: nextOf(old, renewal.updatedAt, {
      status: 'superseded',
      supersededBy: renewal.id,
      endedAt: renewal.updatedAt,
    }),
    action: 'supersede',
    actor: PORTAL,
    waiting: [],
    details: { supersededBy: renewal.id },
  };
}

import type { EscapeHatchEdit } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Actor } from '../Actor';
import { changedFields } from '../content/changedFields';
import { editContent } from '../content/editContent';
import { stagesFor } from '../content/stagesFor';
import type { HatchRecord } from '../HatchRecord';
import { checkContentGuards } from '../standing/checkContentGuards';
import { checkOverlap } from '../standing/checkOverlap';
import { checkRenewalStart } from '../standing/checkRenewalStart';
import { findRefusal } from '../standing/findRefusal';
import type { Question } from '../standing/Question';
import { toError } from '../standing/Refusal';
import { assertNotHeld } from './assertNotHeld';
import { commit } from './commit';
import { open } from './open';
import { nextOf, type Transition } from './Transition';
import type { TransitionContext } from './TransitionContext';
import { waitingOf } from './waitingOf';

/** Changes what a request says. Whoever approved approved something else, so it begins with its first stage again. */
export async function edit(
  context: TransitionContext,
  options: { id: string; edit: EscapeHatchEdit; actor: Actor },
): Promise<void> {
  const { id, actor } = options;
  const { expectedVersion, comment } = options.edit;
  const question = await open(context, {
    id,
    actor,
    action: 'edit',
    expectedVersion,
  });
  const { record } = question;
  const after = editedRecord(question, options.edit);
  const claims = record.status !== 'draft';
  const refusal = await findRefusal({ ...question, record: after }, [
    ...(claims ? [checkOverlap] : []),
    checkRenewalStart,
    checkContentGuards,
  ]);
  if (refusal) {
    throw toError(refusal, { action: 'edit', number: record.number });
  }
  const owners = await question.directory.ownersOf(record);
  const step: Transition = {
    before: record,
    after,
    action: 'edit',
    actor: question.userRef,
    ...(await waitingOf(after, owners, question.directory)),
    details: {
      comment,
      changed: changedFields(record.content, after.content),
      cleared: record.approvals.length || undefined,
    },
  };
  await commit(context, async tx => {
    if (claims) {
      await assertNotHeld(tx, context, after);
    }
    return [step];
  });
}

function editedRecord(
  question: Question,
  change: EscapeHatchEdit,
): HatchRecord {
  const { record, userRef, settings, now } = question;
  const content = editContent(record.content, change, settings);
  return nextOf(record, now, {
    content,
    startsAt: content.startsAt ? Date.parse(content.startsAt) : null,
    expiresAt: Date.parse(content.expiresAt),
    editors: [...new Set([...record.editors, userRef])],
    approvals: [],
    ...(record.status !== 'draft' && {
      stages: stagesFor({ content, chain: record, settings }),
    }),
    ...(record.status === 'submitted' && { stage: 0, waitingSince: now }),
  });
}

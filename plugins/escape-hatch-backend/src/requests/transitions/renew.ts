import type { Actor } from '../Actor';
import { toContent } from '../content/toContent';
import { checkContentGuards } from '../standing/checkContentGuards';
import { findRefusal } from '../standing/findRefusal';
import { toError } from '../standing/Refusal';
import { addRequest } from './addRequest';
import { assertUnchanged } from './assertUnchanged';
import { newRecord } from './newRecord';
import { askAbout, open } from './open';
import type { TransitionContext } from './TransitionContext';

/** Asks for the same again, as a new request that is submitted at once; the old one goes on until it is approved. */
export async function renew(
  context: TransitionContext,
  options: {
    id: string;
    expectedVersion: number;
    /** An instant, or a day whose end is meant. */
    expiresAt: string;
    comment?: string;
    actor: Actor;
  },
): Promise<string> {
  const { actor, expiresAt, comment } = options;
  const old = await open(context, { ...options, action: 'renew' });
  const { record: renewed, directory, now } = old;
  const { startsAt, ...content } = renewed.content;
  const record = newRecord({
    // The checks have found it, and that it is still the same.
    entity: (await directory.entity(renewed.entityRef))!,
    content: toContent({ ...content, expiresAt }, context.settings),
    requester: old.userRef,
    renewed,
    now,
  });
  const question = askAbout(context, record, actor, directory);
  const refusal = await findRefusal(question, [checkContentGuards]);
  if (refusal) {
    throw toError(refusal, { action: 'renew', number: renewed.number });
  }
  return addRequest(context, {
    question,
    submit: true,
    comment,
    hold: tx => assertUnchanged(tx, renewed),
  });
}

import { NotFoundError } from '@backstage/errors';
import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Actor } from '../Actor';
import { toContent } from '../content/toContent';
import { checkContentGuards } from '../standing/checkContentGuards';
import { checkOverlap } from '../standing/checkOverlap';
import { checkOwner } from '../standing/checkOwner';
import { checkPerson } from '../standing/checkPerson';
import { Directory } from '../standing/Directory';
import { findRefusal } from '../standing/findRefusal';
import type { Question } from '../standing/Question';
import { toError } from '../standing/Refusal';
import { addRequest } from './addRequest';
import { newRecord } from './newRecord';
import { askAbout } from './open';
import type { TransitionContext } from './TransitionContext';

/** Asks for an escape hatch. A draft is complete already, but may overlap with others. */
export async function create(
  context: TransitionContext,
  options: { draft: EscapeHatchDraft; actor: Actor },
): Promise<string> {
  const { submit = false } = options.draft;
  const question = await askAboutDraft(context, options);
  const refusal = await findRefusal(question, [
    checkPerson,
    checkOwner,
    ...(submit ? [checkOverlap] : []),
    checkContentGuards,
  ]);
  if (refusal) {
    throw toError(refusal, {
      action: submit ? 'submit' : 'create',
      number: question.record.number,
    });
  }
  return addRequest(context, { question, submit });
}

/** @throws NotFoundError where the catalog has no such entity */
export async function askAboutDraft(
  context: TransitionContext,
  options: { draft: EscapeHatchDraft; actor: Actor },
): Promise<Question> {
  const { draft, actor } = options;
  const directory = new Directory(context);
  const entityRef = draft.entityRef.toLocaleLowerCase('en-US');
  const entity = await directory.entity(entityRef);
  if (!entity) {
    throw new NotFoundError(`No entity found with ref '${entityRef}'`);
  }
  const record = newRecord({
    entity,
    content: toContent(draft, context.settings),
    requester: actor.ref.toLocaleLowerCase('en-US'),
    now: context.clock.now(),
  });
  return askAbout(context, record, actor, directory);
}

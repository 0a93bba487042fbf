import { NotFoundError } from '@backstage/errors';
import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Actor } from '../Actor';
import type { HatchRecord } from '../HatchRecord';
import { checksOf } from '../standing/actionChecks';
import { Directory } from '../standing/Directory';
import { findRefusal } from '../standing/findRefusal';
import type { Question } from '../standing/Question';
import { toError } from '../standing/Refusal';
import type { TransitionContext } from './TransitionContext';

/**
 * Reads the request that somebody wants to act on, and makes sure that this person may, now.
 *
 * @throws NotFoundError, NotAllowedError, ConflictError or InputError, in this order but for a decision at another
 * stage, which is forbidden only after the version was found right
 */
export async function open(
  context: TransitionContext,
  options: {
    id: string;
    action: RequestAction;
    actor: Actor;
    expectedVersion: number;
  },
): Promise<Question> {
  const { id, action, actor, expectedVersion } = options;
  const record = await context.store.get(id);
  if (!record) {
    throw new NotFoundError(`No request found with id '${id}'`);
  }
  const question = askAbout(context, record, actor);
  const refusal = await findRefusal(
    question,
    checksOf(action, expectedVersion),
  );
  if (refusal) {
    throw toError(refusal, { action, number: record.number });
  }
  return question;
}

/** What the checks want to know. */
export function askAbout(
  context: TransitionContext,
  record: HatchRecord,
  actor: Actor,
  directory = new Directory(context),
): Question {
  const { clock, settings, claims, knex } = context;
  const now = clock.now();
  return {
    record,
    userRef: actor.ref.toLocaleLowerCase('en-US'),
    directory,
    settings,
    now,
    overlaps: claim => claims.overlaps(knex, claim, now),
  };
}

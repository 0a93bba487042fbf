import { InputError } from '@backstage/errors';
import { toInstant } from '../../database/instants';
import { endOfDay } from '../../time/endOfDay';
import type { Actor } from '../Actor';
import { readTime } from '../content/readTime';
import type { HatchRecord } from '../HatchRecord';
import type { Question } from '../standing/Question';
import { assertComment } from './assertComment';
import { commit } from './commit';
import { open } from './open';
import { nextOf, type Transition } from './Transition';
import type { TransitionContext } from './TransitionContext';

/** How a quarterly review ends. */
interface ReviewOutcome {
  outcome: 'keep' | 'shorten' | 'revoke';
  /** To shorten: an instant, or a day whose end is meant. */
  expiresAt?: string;
  comment?: string;
}

/** Ends a quarterly review: it keeps, shortens or revokes, and never lengthens. */
export async function review(
  context: TransitionContext,
  options: ReviewOutcome & {
    id: string;
    expectedVersion: number;
    actor: Actor;
  },
): Promise<void> {
  const question = await open(context, { ...options, action: 'review' });
  const step = reviewed(question, options);
  await commit(context, () => [step]);
}

function reviewed(question: Question, options: ReviewOutcome): Transition {
  const { record, userRef, now } = question;
  const { outcome, comment } = options;
  const step = (
    action: Transition['action'],
    changes: Partial<HatchRecord>,
    details: Transition['details'],
  ): Transition => ({
    before: record,
    after: nextOf(record, now, changes),
    action,
    actor: userRef,
    waiting: [],
    details,
  });
  switch (outcome) {
    case 'revoke':
      return step(
        'revoke',
        { status: 'revoked', endedAt: now },
        { comment: assertComment('revoke', comment) },
      );
    case 'keep':
      return step('review', { reviewedAt: now }, { comment, outcome });
    default: {
      const expiresAt = earlierEnd(question, options.expiresAt);
      const instant = toInstant(expiresAt);
      const content = { ...record.content, expiresAt: instant };
      return step(
        'review',
        { reviewedAt: now, expiresAt, content },
        { comment, outcome, expiresAt: instant },
      );
    }
  }
}

function earlierEnd(question: Question, text: string | undefined): number {
  const { record, settings, now } = question;
  const expected = `expiresAt: expected an end after ${toInstant(
    now,
  )} and before ${toInstant(record.expiresAt)}`;
  if (text === undefined) {
    throw new InputError(`shorten-not-earlier: ${expected}, got none`);
  }
  const expiresAt = readTime({
    field: 'expiresAt',
    text,
    timeZone: settings.timeZone,
    ofDay: endOfDay,
  });
  if (expiresAt <= now || expiresAt >= record.expiresAt) {
    throw new InputError(`shorten-not-earlier: ${expected}, got ${text}`);
  }
  return expiresAt;
}

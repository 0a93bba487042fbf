import type { Knex } from 'knex';
import type { HatchRecord } from '../HatchRecord';
import type { Question } from '../standing/Question';
import { assertNotHeld } from './assertNotHeld';
import { commit } from './commit';
import { submission } from './submission';
import { takeNumber } from './takeNumber';
import type { Transition } from './Transition';
import type { TransitionContext } from './TransitionContext';

/**
 * Writes a new request: its creation and, where it is not to stay a draft, its submission.
 *
 * @param options.hold - makes sure of what else has to hold until the transaction ends
 */
export async function addRequest(
  context: TransitionContext,
  options: {
    question: Question;
    submit: boolean;
    comment?: string;
    hold?: (tx: Knex.Transaction) => Promise<void>;
  },
): Promise<HatchRecord['id']> {
  const { question, submit, hold } = options;
  const { record, userRef } = question;
  const submitted = submit ? await submission(question, options) : undefined;
  await commit(context, async tx => {
    if (submitted) {
      await assertNotHeld(tx, context, record);
    }
    await hold?.(tx);
    const number = await takeNumber(tx);
    const draft = { ...record, number };
    const created: Transition = {
      after: draft,
      action: 'create',
      actor: userRef,
      waiting: [],
      details: {
        entityRef: record.entityRef,
        entityUid: record.entityUid,
        owners: record.owners,
        renewalOf: record.renewalOf ?? undefined,
      },
    };
    return submitted
      ? [
          created,
          {
            ...submitted,
            before: draft,
            after: { ...submitted.after, number },
          },
        ]
      : [created];
  });
  return record.id;
}

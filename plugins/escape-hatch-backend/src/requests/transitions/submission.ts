import type { HatchRecord } from '../HatchRecord';
import { stagesFor } from '../content/stagesFor';
import type { Question } from '../standing/Question';
import { nextOf, type Transition } from './Transition';
import { waitingOf } from './waitingOf';

/** The step by which a request begins to wait for its first stage, bound to those who own its entity now. */
export async function submission(
  question: Question,
  options: { comment?: string },
): Promise<Transition> {
  const { record, userRef, directory, settings, now } = question;
  const owners = await directory.ownersOf(record);
  const after: HatchRecord = nextOf(record, now, {
    status: 'submitted',
    owners,
    stages: stagesFor({ content: record.content, chain: record, settings }),
    stage: 0,
    submittedAt: now,
    waitingSince: now,
  });
  return {
    before: record,
    after,
    action: 'submit',
    actor: userRef,
    ...(await waitingOf(after, owners, directory)),
    details: { comment: options.comment },
  };
}

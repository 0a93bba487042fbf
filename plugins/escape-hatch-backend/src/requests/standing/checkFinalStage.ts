import { neededStages } from './neededStages';
import type { Check, Question } from './Question';

/** Somebody who is in the resolved set of the last stage now. */
export const checkFinalStage: Check = async question =>
  (await isFinalApprover(question))
    ? undefined
    : {
        kind: 'forbidden',
        reason: `You are not an approver of its last stage${lastTitle(
          question,
        )}.`,
      };

/** Whether the person is in the resolved set of the last stage now. */
export async function isFinalApprover(question: Question): Promise<boolean> {
  const { record, userRef, directory } = question;
  const last = neededStages(question).at(-1);
  if (!last) {
    return false;
  }
  const owners = await directory.ownersOf(record);
  return (await directory.resolve(last, owners)).users.has(userRef);
}

function lastTitle(question: Question): string {
  const title = neededStages(question).at(-1)?.title;
  return title ? `, ${title}` : '';
}

import { neededStages } from './neededStages';
import type { Check } from './Question';

/** Refuses who can never decide the request, at whatever stage it is. */
export const checkDecider: Check = async question => {
  const { record, userRef, directory } = question;
  if (record.requester === userRef) {
    return { kind: 'forbidden', reason: 'You asked for it.' };
  }
  if (record.editors.includes(userRef)) {
    return { kind: 'forbidden', reason: 'You edited it.' };
  }
  const owners = await directory.ownersOf(record);
  for (const stage of neededStages(question)) {
    if ((await directory.resolve(stage, owners)).users.has(userRef)) {
      return undefined;
    }
  }
  return {
    kind: 'forbidden',
    reason: 'You are an approver of none of its stages.',
  };
};

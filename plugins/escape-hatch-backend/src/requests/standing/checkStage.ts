import { decisionBar } from './decisionBar';
import type { Check } from './Question';

/** That the person may decide the stage that waits: in its resolved set now, and not the approver of another one. */
export const checkStage: Check = async ({ record, userRef, directory }) => {
  const { stages, stage: index } = record;
  const stage = index === null ? undefined : stages[index];
  if (!stage) {
    return { kind: 'conflict', reason: 'It waits for no decision.' };
  }
  const bar = decisionBar(record, userRef, index);
  if (bar?.by === 'approval') {
    return {
      kind: 'forbidden',
      reason: `You approved stage ${stages[bar.stage].title}.`,
    };
  }
  const owners = await directory.ownersOf(record);
  const { users, resolvedFrom } = await directory.resolve(stage, owners);
  return users.has(userRef)
    ? undefined
    : {
        kind: 'forbidden',
        reason: `It waits for stage ${
          stage.title
        }, and you are not in ${resolvedFrom.join(', ')}.`,
      };
};

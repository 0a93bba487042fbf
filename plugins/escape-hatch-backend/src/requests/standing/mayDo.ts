import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import { checksOfOffer } from './actionChecks';
import { findRefusal } from './findRefusal';
import type { Question } from './Question';

/** What people do with a request, in the order of its life. */
export const mayDoActions: RequestAction[] = [
  'submit',
  'edit',
  'approve',
  'request-changes',
  'reject',
  'withdraw',
  'revoke',
  'renew',
  'review',
  'confirm-owner',
];

/** What somebody may do now, and why not the rest: by the checks that the actions themselves are refused by. */
export async function mayDo(question: Question): Promise<{
  allowedActions: RequestAction[];
  denied: Partial<Record<RequestAction, string>>;
}> {
  const allowedActions: RequestAction[] = [];
  const denied: Partial<Record<RequestAction, string>> = {};
  for (const action of mayDoActions) {
    const refusal = await findRefusal(question, checksOfOffer(action));
    if (refusal) {
      denied[action] = refusal.reason;
    } else {
      allowedActions.push(action);
    }
  }
  return { allowedActions, denied };
}

import { isFinalApprover } from './checkFinalStage';
import { checkOwner } from './checkOwner';
import type { Check } from './Question';

/** An approver of the last stage, a member of the group that owns the entity, or an admin. */
export const checkRevoker: Check = async question => {
  const { userRef, directory } = question;
  const may =
    (await directory.isAdmin(userRef)) ||
    (await checkOwner(question)) === undefined ||
    (await isFinalApprover(question));
  return may
    ? undefined
    : {
        kind: 'forbidden',
        reason:
          'You are neither an approver of its last stage, nor in the group that owns its entity, nor an admin.',
      };
};

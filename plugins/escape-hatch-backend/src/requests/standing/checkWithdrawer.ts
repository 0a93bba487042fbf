import { checkOwner } from './checkOwner';
import type { Check } from './Question';

/** The requester, or a member of the group that owns the entity. */
export const checkWithdrawer: Check = question =>
  question.record.requester === question.userRef
    ? undefined
    : checkOwner(question);

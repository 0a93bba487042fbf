import {
  type RequestAction,
  transitions,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { checkContentGuards } from './checkContentGuards';
import { checkDecider } from './checkDecider';
import { checkEntity } from './checkEntity';
import { checkExpiryAhead } from './checkExpiryAhead';
import { checkFinalStage } from './checkFinalStage';
import { checkNotExpired } from './checkNotExpired';
import { checkOverlap } from './checkOverlap';
import { checkOwner } from './checkOwner';
import { checkOwnerChanged } from './checkOwnerChanged';
import { checkPerson } from './checkPerson';
import { checkRenewalTime } from './checkRenewalTime';
import { checkRequester } from './checkRequester';
import { checkRevoker } from './checkRevoker';
import { checkStage } from './checkStage';
import { checkStatus } from './checkStatus';
import { checkVersion } from './checkVersion';
import { checkWithdrawer } from './checkWithdrawer';
import type { Check } from './Question';

/** Who may, and what has to hold beside the status. */
const checks: Record<RequestAction, { who: Check; then: Check[] }> = {
  submit: {
    who: checkOwner,
    then: [checkEntity, checkOverlap, checkContentGuards],
  },
  edit: { who: checkRequester, then: [checkEntity] },
  approve: {
    who: checkDecider,
    then: [checkEntity, checkStage, checkExpiryAhead],
  },
  'request-changes': { who: checkDecider, then: [checkStage] },
  reject: { who: checkDecider, then: [checkStage] },
  withdraw: { who: checkWithdrawer, then: [] },
  revoke: { who: checkRevoker, then: [checkNotExpired] },
  renew: {
    who: checkOwner,
    then: [checkEntity, checkOverlap, checkRenewalTime],
  },
  review: { who: checkFinalStage, then: [checkNotExpired] },
  'confirm-owner': {
    who: checkOwner,
    then: [checkNotExpired, checkOwnerChanged],
  },
};

/**
 * All that can refuse an action, in the order in which it refuses: who can never do it, the status, a version that was
 * read too long ago, and the rest.
 */
export function checksOf(
  action: RequestAction,
  expectedVersion: number,
): Check[] {
  const { who, then } = checks[action];
  return [
    checkPerson,
    who,
    checkStatus(transitions[action].from),
    checkVersion(expectedVersion),
    ...then,
  ];
}

/**
 * The same for whoever has just read the request. What its status rules out is said of it first, and what asks the
 * database comes last, for it is done for each request of a list.
 */
export function checksOfOffer(action: RequestAction): Check[] {
  const { who, then } = checks[action];
  return [
    checkStatus(transitions[action].from),
    checkPerson,
    who,
    ...then.filter(check => check !== checkOverlap),
    ...then.filter(check => check === checkOverlap),
  ];
}

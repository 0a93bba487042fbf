import {
  phaseOf,
  type RequestPhase,
  type RequestStatus,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Check } from './Question';

const WORDS: Record<RequestPhase, string> = {
  draft: 'a draft',
  submitted: 'submitted',
  changes_requested: 'sent back for changes',
  scheduled: 'approved',
  active: 'approved',
  expired: 'expired',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  revoked: 'revoked',
  superseded: 'replaced by its renewal',
};

/** That the stored status allows the action. */
export function checkStatus(from: RequestStatus[]): Check {
  return ({ record, now }) =>
    from.includes(record.status)
      ? undefined
      : {
          kind: 'conflict',
          reason: `It is ${WORDS[phaseOf(record, now)]}.`,
        };
}

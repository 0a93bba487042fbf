import { toInstant } from '../../database/instants';
import type { Check } from './Question';

/** An escape hatch that has expired is over: there is nothing left to end, to keep or to confirm. */
export const checkNotExpired: Check = ({ record, now }) =>
  now < record.expiresAt
    ? undefined
    : {
        kind: 'conflict',
        reason: `It expired at ${toInstant(record.expiresAt)}.`,
      };

import { toInstant } from '../../database/instants';
import type { Check } from './Question';

/** That what is approved has not ended before it begins. */
export const checkExpiryAhead: Check = ({ record, now }) =>
  now < record.expiresAt
    ? undefined
    : {
        kind: 'guard',
        guard: 'expiry-in-past',
        reason: `Its end ${toInstant(record.expiresAt)} has passed.`,
      };

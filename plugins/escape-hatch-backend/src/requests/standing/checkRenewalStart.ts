import type { Check } from './Question';

/** A renewal takes the place of the old one when it is approved; a later start would leave a gap. */
export const checkRenewalStart: Check = ({ record }) =>
  record.renewalOf !== null && record.startsAt !== null
    ? {
        kind: 'guard',
        guard: 'renewal-with-start',
        reason: 'startsAt: a renewal begins when it is approved',
      }
    : undefined;

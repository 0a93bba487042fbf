import type { Check } from './Question';

/** Services and guests do nothing here, whatever let them through before. */
export const checkPerson: Check = ({ userRef, settings }) =>
  userRef.startsWith('user:') && !settings.guests.has(userRef)
    ? undefined
    : {
        kind: 'forbidden',
        reason: `'${userRef}' is not a person who has signed in.`,
      };

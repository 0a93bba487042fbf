import type { Check } from './Question';

export const checkRequester: Check = ({ record, userRef }) =>
  record.requester === userRef
    ? undefined
    : {
        kind: 'forbidden',
        reason: `Only ${record.requester}, who asked for it, may edit it.`,
      };

import type { Check } from './Question';

export const checkOwnerChanged: Check = ({ record }) =>
  record.ownerChangedAt === null
    ? { kind: 'conflict', reason: 'Its owner has not changed.' }
    : undefined;

import type { Check } from './Question';

/** That the request is still as it was read. */
export function checkVersion(expectedVersion: number): Check {
  return ({ record }) =>
    record.version === expectedVersion
      ? undefined
      : {
          kind: 'conflict',
          reason: `You decide on version ${expectedVersion}, and it is version ${record.version} now.`,
        };
}

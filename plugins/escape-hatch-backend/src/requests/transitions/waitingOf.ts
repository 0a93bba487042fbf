import type { HatchRecord } from '../HatchRecord';
import type { Directory } from '../standing/Directory';
import { isDecidable } from '../standing/isDecidable';
import type { Transition } from './Transition';

/**
 * Groups and users that a request waits for, or those that take their place now, and whether any of them may decide
 * it; nobody unless it is submitted.
 */
export async function waitingOf(
  record: HatchRecord,
  owners: string[],
  directory: Pick<Directory, 'resolve'>,
): Promise<Pick<Transition, 'waiting' | 'stalled'>> {
  if (record.stage === null) {
    return { waiting: [], stalled: false };
  }
  const { users, resolvedFrom } = await directory.resolve(
    record.stages[record.stage],
    owners,
  );
  return {
    waiting: resolvedFrom,
    stalled: !isDecidable(record, users.keys()),
  };
}

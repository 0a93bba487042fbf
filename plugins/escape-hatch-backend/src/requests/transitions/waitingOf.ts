import type { HatchRecord } from '../HatchRecord';
import type { Directory } from '../standing/Directory';

/** Groups and users that a request waits for, or those that take their place now; none unless it is submitted. */
export async function waitingOf(
  record: Pick<HatchRecord, 'stages' | 'stage'>,
  owners: string[],
  directory: Pick<Directory, 'resolve'>,
): Promise<string[]> {
  if (record.stage === null) {
    return [];
  }
  const { resolvedFrom } = await directory.resolve(
    record.stages[record.stage],
    owners,
  );
  return resolvedFrom;
}

import type { HatchRecord } from '../HatchRecord';
import { decisionBar } from './decisionBar';

/**
 * Whether anybody of the resolved set of the stage that waits may decide it. Where nobody may, the request is stalled:
 * it is never approved by itself.
 */
export function isDecidable(
  record: Pick<HatchRecord, 'requester' | 'editors' | 'approvals' | 'stage'>,
  users: Iterable<string>,
): boolean {
  return [...users].some(user => !decisionBar(record, user, record.stage));
}

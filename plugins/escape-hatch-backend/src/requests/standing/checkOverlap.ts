import { claimOf } from '../overlap/Claim';
import { describeOverlap } from '../overlap/describeOverlap';
import type { Check } from './Question';

/** That nobody holds what the request claims. */
export const checkOverlap: Check = async ({ record, overlaps }) => {
  const [first] = await overlaps(claimOf(record));
  return first && { kind: 'conflict', reason: describeOverlap(record, first) };
};

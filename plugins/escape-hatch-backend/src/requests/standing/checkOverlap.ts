import { claimOf } from '../overlap/Claim';
import { describeOverlap } from '../overlap/describeOverlap';
import type { Check } from './Question';

/** That nobody holds what the request claims. */
export const checkOverlap: Check = async ({ record, settings, overlaps }) => {
  const [first] = await overlaps(claimOf(record, settings));
  return first && { kind: 'conflict', reason: describeOverlap(record, first) };
};

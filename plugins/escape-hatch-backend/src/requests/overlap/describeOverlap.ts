import type { HatchRecord } from '../HatchRecord';
import type { Overlap } from './overlapping';

/** Why there cannot be both. */
export function describeOverlap(
  record: Pick<HatchRecord, 'entityRef'>,
  overlap: Overlap,
): string {
  return `It overlaps with #${overlap.number} (${overlap.id}): ${record.entityRef} has asked for one of its rules there, for a target that can meet this one.`;
}

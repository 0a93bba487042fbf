import type { HatchEntity } from '../entities/EntityReader';
import type { HatchRecord } from '../requests/HatchRecord';

/** One run of the reconciliation may catch the catalog while it is filled anew; so long has an entity to be gone, ms. */
const GONE = 86_400_000;

/**
 * What has become of the tie between a request and its entity:
 *
 * - `removed`: the entity is gone for good, or another one has its name
 * - `missed`: it is not there, for the first time
 * - `absent`: it is not there, and has not been for less than a day
 * - `owners`: it has other owners
 * - `same`: nothing; `seen` after it was missed
 */
export type BindingChange =
  | 'removed'
  | 'missed'
  | 'absent'
  | 'owners'
  | 'seen'
  | 'same';

/**
 * Compares a request with its entity as the catalog has it now.
 *
 * @param options.now - ms
 */
export function bindingChange(options: {
  record: Pick<HatchRecord, 'entityUid' | 'owners' | 'absentSince'>;
  entity: HatchEntity | undefined;
  now: number;
}): BindingChange {
  const { record, entity, now } = options;
  if (!entity) {
    if (record.absentSince === null) {
      return 'missed';
    }
    return now - record.absentSince >= GONE ? 'removed' : 'absent';
  }
  if (entity.uid !== record.entityUid) {
    return 'removed';
  }
  if (!isSameSet(entity.owners, record.owners)) {
    return 'owners';
  }
  return record.absentSince === null ? 'same' : 'seen';
}

function isSameSet(one: string[], other: string[]): boolean {
  return (
    new Set(one).size === new Set(other).size &&
    one.every(ref => other.includes(ref))
  );
}

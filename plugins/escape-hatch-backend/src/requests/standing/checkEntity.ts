import type { Check } from './Question';

/** That the entity is still the one that the request was made for: one that is made again inherits nothing. */
export const checkEntity: Check = async ({ record, directory }) => {
  const entity = await directory.entity(record.entityRef);
  if (!entity) {
    return {
      kind: 'conflict',
      reason: `${record.entityRef} is not in the catalog any more.`,
    };
  }
  return entity.uid === record.entityUid
    ? undefined
    : {
        kind: 'conflict',
        reason: `${record.entityRef} was registered anew since; ask again for the new one.`,
      };
};

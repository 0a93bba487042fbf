import type { Check } from './Question';

/** A member of the group that owns the entity now. */
export const checkOwner: Check = async question => {
  const { record, userRef, directory } = question;
  const owners = await directory.ownersOf(record);
  return (await directory.isMember(userRef, owners))
    ? undefined
    : {
        kind: 'forbidden',
        reason: `You are not in the group that owns ${record.entityRef} (${
          owners.join(', ') || 'it has no owner'
        }).`,
      };
};

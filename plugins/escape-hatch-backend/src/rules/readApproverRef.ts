import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * A full, lower-case ref of a group or user, or `owner`. A ref without kind is a group's.
 *
 * @throws naming the key when it is neither
 */
export function readApproverRef(options: {
  key: string;
  value: string;
}): string {
  const { key, value } = options;
  if (value === 'owner') {
    return value;
  }
  try {
    const ref = parseEntityRef(value, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    if (['group', 'user'].includes(ref.kind.toLocaleLowerCase('en-US'))) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Said below, with the key.
  }
  throw new Error(
    `${key}: expected a group, a user or 'owner', such as group:default/security-team, got '${value}'`,
  );
}

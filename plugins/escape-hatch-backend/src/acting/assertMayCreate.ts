import { NotAllowedError } from '@backstage/errors';
import { escapeHatchRequestCreatePermission } from '@golden-path/backstage-plugin-escape-hatch-common';
import { assertPerson } from '../callers/Caller';
import type { Visit } from '../callers/Visit';
import type { Actor } from '../requests/Actor';

/**
 * @returns who asks
 * @throws NotAllowedError for whoever may not ask for escape hatches
 */
export function assertMayCreate({ caller, rights }: Visit): Actor {
  assertPerson(caller);
  if (!rights.mayCreate) {
    throw new NotAllowedError(
      `Missing permission '${escapeHatchRequestCreatePermission.name}'`,
    );
  }
  return { ref: caller.ref };
}

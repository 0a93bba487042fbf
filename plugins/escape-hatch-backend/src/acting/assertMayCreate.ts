import { assertPerson } from '../callers/Caller';
import type { Visit } from '../callers/Visit';
import type { Actor } from '../requests/Actor';

/**
 * @returns who asks
 * @throws NotAllowedError for whoever may not ask for escape hatches
 */
export async function assertMayCreate(visit: Visit): Promise<Actor> {
  assertPerson(visit.caller);
  await visit.rights.assertMayCreate();
  return { ref: visit.caller.ref };
}

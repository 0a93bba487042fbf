import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Caller as Principal } from '@golden-path/backstage-http-api';
import { NotAllowedError } from '@backstage/errors';

/** Who calls. Only people ask for, decide and end escape hatches. */
export interface Caller {
  type: 'person' | 'guest' | 'service';
  /** Full ref of the user in lower case, or the subject of the service. */
  ref: string;
  credentials: BackstageCredentials<Principal>;
}

/**
 * @param settings - `guests`: refs of the users that guests are signed in as
 */
export function toCaller(
  credentials: BackstageCredentials<Principal>,
  settings: { guests: Set<string> },
): Caller {
  const { principal } = credentials;
  if (principal.type === 'service') {
    return { type: 'service', ref: principal.subject, credentials };
  }
  // The catalog's refs are in lower case; another case of a name is the same person.
  const ref = principal.userEntityRef.toLocaleLowerCase('en-US');
  const type = settings.guests.has(ref) ? 'guest' : 'person';
  return { type, ref, credentials };
}

/** Why a caller may do nothing but read; undefined for people. */
export function describeNobody({ type, ref }: Caller): string | undefined {
  switch (type) {
    case 'service':
      return `Escape hatches are asked for and decided by people, not by the service '${ref}'.`;
    case 'guest':
      return `Escape hatches are asked for and decided by people with an account, not by the guest '${ref}'.`;
    default:
      return undefined;
  }
}

/** @throws NotAllowedError that names the service or the guest */
export function assertPerson(caller: Caller): void {
  const reason = describeNobody(caller);
  if (reason) {
    throw new NotAllowedError(reason);
  }
}

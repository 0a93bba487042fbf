import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  RequestAction,
  TransitionAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/** Why an action is not possible. */
export interface Refusal {
  /** Not for this person, not now, or not with what was sent: 403, 409, 400. */
  kind: 'forbidden' | 'conflict' | 'guard';
  /** Name of the guard, of a refusal by one. */
  guard?: string;
  /** A sentence, said to whoever wants to act. */
  reason: string;
}

/** The error that a route answers with. */
export function toError(
  refusal: Refusal,
  what: {
    action: RequestAction | TransitionAction;
    /** 0 of one that is not written yet. */
    number: number;
  },
): Error {
  const { kind, guard, reason } = refusal;
  if (kind === 'guard') {
    return new InputError(`${guard}: ${reason}`);
  }
  const verb = what.action.replace('-', ' ');
  const subject = what.number ? `Request #${what.number}` : 'A new request';
  const message = `${subject} cannot take '${verb}': ${reason}`;
  return kind === 'forbidden'
    ? new NotAllowedError(message)
    : new ConflictError(message);
}

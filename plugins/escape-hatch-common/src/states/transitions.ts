import type { RequestAction, TransitionAction } from './RequestAction';
import type { RequestStatus } from './RequestStatus';

/**
 * One row of the table of transitions.
 *
 * @public
 */
export interface Transition {
  /** Statuses that allow it. */
  from: RequestStatus[];
  /**
   * The status after it: `same`, or, of an approval, `approved` with the last stage and `submitted` before.
   */
  to: RequestStatus | 'same' | 'next-stage';
  /** Who may, in the words of the API's refusals. */
  who: string;
  /** Whether it wants a comment. */
  comment: boolean;
}

const PENDING: RequestStatus[] = ['submitted', 'changes_requested'];

const APPROVER = 'an eligible approver of the current stage';

/**
 * The life of a request. `renew` makes a new one and leaves the old as it is; each other row is one transition, one
 * version and one row of the audit trail.
 *
 * @public
 */
export const transitions: Record<
  Exclude<RequestAction | TransitionAction, 'create'>,
  Transition
> = {
  submit: {
    from: ['draft', 'changes_requested'],
    to: 'submitted',
    who: "a member of the entity's owner group",
    comment: false,
  },
  edit: {
    from: ['draft', ...PENDING],
    to: 'same',
    who: 'the requester',
    comment: false,
  },
  approve: {
    from: ['submitted'],
    to: 'next-stage',
    who: APPROVER,
    comment: false,
  },
  'request-changes': {
    from: ['submitted'],
    to: 'changes_requested',
    who: APPROVER,
    comment: true,
  },
  reject: { from: ['submitted'], to: 'rejected', who: APPROVER, comment: true },
  withdraw: {
    from: ['draft', ...PENDING],
    to: 'withdrawn',
    who: "the requester or a member of the entity's owner group",
    comment: false,
  },
  revoke: {
    from: ['approved'],
    to: 'revoked',
    who: "an approver of the last stage, a member of the entity's owner group or an admin",
    comment: true,
  },
  renew: {
    from: ['approved'],
    to: 'same',
    who: "a member of the entity's owner group",
    comment: false,
  },
  review: {
    from: ['approved'],
    to: 'same',
    who: 'an approver of the last stage',
    comment: false,
  },
  'confirm-owner': {
    from: ['approved'],
    to: 'same',
    who: "a member of the entity's new owner group",
    comment: false,
  },
  lapse: { from: PENDING, to: 'lapsed', who: 'the portal', comment: false },
  supersede: {
    from: ['approved'],
    to: 'superseded',
    who: "the portal, with the last approval of the request's renewal",
    comment: false,
  },
  'entity-removed': {
    from: ['draft', ...PENDING, 'approved'],
    to: 'revoked',
    who: 'the portal',
    comment: false,
  },
  'owner-changed': {
    from: ['approved'],
    to: 'same',
    who: 'the portal',
    comment: false,
  },
};

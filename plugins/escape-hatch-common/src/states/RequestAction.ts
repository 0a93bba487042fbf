/**
 * What people do with a request by its routes.
 *
 * @public
 */
export type RequestAction =
  | 'submit'
  | 'edit'
  | 'approve'
  | 'reject'
  | 'request-changes'
  | 'withdraw'
  | 'revoke'
  | 'renew'
  | 'review'
  | 'confirm-owner';

/**
 * What the audit trail and the timeline say was done: the people's actions, and what the plugin does by itself.
 *
 * @public
 */
export type TransitionAction =
  | Exclude<RequestAction, 'renew'>
  | 'create'
  | 'lapse'
  | 'supersede'
  | 'entity-removed'
  | 'owner-changed';

/**
 * What is stored of a request's state.
 *
 * @public
 */
export type RequestStatus =
  | 'draft'
  | 'submitted'
  | 'changes_requested'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed'
  | 'revoked'
  | 'superseded';

/**
 * What a request is now: its status or, of an approved one, where it stands in time.
 *
 * @public
 */
export type RequestPhase =
  | Exclude<RequestStatus, 'approved'>
  | 'scheduled'
  | 'active'
  | 'expired';

/**
 * What else is to be known of a request now.
 *
 * - `review_due`: an active one wants its quarterly review
 * - `owner_changed`: its entity has another owner, who has not confirmed it
 * - `suspended`: the new owner did not confirm it in time; it does not count until then
 * - `stalled`: nobody may approve its current stage
 *
 * @public
 */
export type RequestFlag =
  | 'review_due'
  | 'owner_changed'
  | 'suspended'
  | 'stalled';

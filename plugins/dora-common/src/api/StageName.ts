/**
 * Stages between first commit and production, in their order: `coding` (first commit → opened), `pickup` (→ first
 * review), `review` (→ merge), `integration` (→ first environment), `promotion` (between environments) and `rollout`
 * (→ production). Where the opening of a change is unknown, coding runs to the merge, and pickup and review have no
 * value.
 *
 * @public
 */
export type StageName =
  | 'coding'
  | 'pickup'
  | 'review'
  | 'integration'
  | 'promotion'
  | 'rollout';

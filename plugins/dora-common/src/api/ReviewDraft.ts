import type { ReviewAction } from './Review';

/**
 * A review as a person writes it; the numbers come from the month's frozen ones.
 *
 * @public
 */
export interface ReviewDraft {
  /** `all` or a full entity ref. */
  scope: string;
  /** `YYYY-MM` */
  month: string;
  /** What was said, as plain text. */
  notes: string;
  /** What was decided to do. */
  actions: Pick<ReviewAction, 'title' | 'owner' | 'dueDate'>[];
}

/**
 * Changes to a review. An action with an `id` is changed in the fields that are set, one without is added.
 *
 * @public
 */
export interface ReviewChange {
  /** What was said, as plain text. */
  notes?: string;
  /** What was decided to do. */
  actions?: (Partial<
    Pick<
      ReviewAction,
      | 'id'
      | 'title'
      | 'owner'
      | 'dueDate'
      | 'state'
      | 'outcome'
      | 'before'
      | 'after'
    >
  > & {
    /** An instant, or a day for its beginning; default: now. */
    doneAt?: string;
  })[];
}

import type { ReviewAction } from './Review';

/**
 * A review as a person writes it; the numbers come from the month's frozen ones.
 *
 * @public
 */
export interface ReviewDraft {
  scope: string;
  /** `YYYY-MM` */
  month: string;
  notes: string;
  actions: Pick<ReviewAction, 'title' | 'owner' | 'dueDate'>[];
}

/**
 * Changes to a review. An action with an `id` is changed in the fields that are set, one without is added.
 *
 * @public
 */
export interface ReviewChange {
  notes?: string;
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

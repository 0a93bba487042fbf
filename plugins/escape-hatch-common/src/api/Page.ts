/**
 * A page of a list; `nextCursor` is there while more follow.
 *
 * @public
 */
export interface Page<T> {
  /** The page. */
  items: T[];
  /** To be passed as `cursor` for the next page. */
  nextCursor?: string;
}

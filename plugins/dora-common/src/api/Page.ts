/**
 * A page of a list; `nextCursor` is there while more follow.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

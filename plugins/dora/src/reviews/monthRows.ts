import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { moveMonth } from './moveMonth';

/** Where nothing was ever reviewed, as many months can be. */
const AT_LEAST = 3;

/** A month with its review, if there is one. */
export interface MonthRow {
  /** `YYYY-MM` */
  month: string;
  review?: Review;
}

/** The months that can have a review, newest first: from the last complete one to the first that was reviewed. */
export function monthRows(reviews: Review[], last: string): MonthRow[] {
  const byMonth = new Map(reviews.map(review => [review.month, review]));
  const first = [moveMonth(last, 1 - AT_LEAST), ...byMonth.keys()].sort()[0];
  const newest = [last, ...byMonth.keys()].sort().pop()!;
  const rows: MonthRow[] = [];
  for (let month = newest; month >= first; month = moveMonth(month, -1)) {
    rows.push({ month, review: byMonth.get(month) });
  }
  return rows;
}

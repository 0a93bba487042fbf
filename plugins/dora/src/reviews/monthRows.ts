import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { moveMonth } from './moveMonth';

/** Where nothing was ever reviewed, as many months can be. */
const AT_LEAST = 3;

/** A month with its review, if there is one. */
export interface MonthRow {
  /** `YYYY-MM` */
  month: string;
  review?: Review;
  /** Its numbers are frozen, and wait for the review. */
  isReady: boolean;
}

/** The months that can have a review, newest first: from the last complete one to the first that has or waits for one. */
export function monthRows(options: {
  reviews: Review[];
  /** Months whose numbers are frozen without a review. */
  ready: string[];
  /** The last complete month. */
  last: string;
}): MonthRow[] {
  const { reviews, ready, last } = options;
  const byMonth = new Map(reviews.map(review => [review.month, review]));
  const first = [
    moveMonth(last, 1 - AT_LEAST),
    ...ready,
    ...byMonth.keys(),
  ].sort()[0];
  const newest = [last, ...byMonth.keys()].sort().pop()!;
  const rows: MonthRow[] = [];
  for (let month = newest; month >= first; month = moveMonth(month, -1)) {
    rows.push({
      month,
      review: byMonth.get(month),
      isReady: ready.includes(month),
    });
  }
  return rows;
}

/** Upper bounds of the duration's buckets in seconds, inclusive. */
export const DURATION_BOUNDS = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** Requests that were answered with one status. */
export interface RequestCount {
  status: number;
  /** By {@link DURATION_BOUNDS}; the last bucket holds those above all of them. */
  buckets: number[];
}

/** A step of the distribution; the last one has no end. */
interface Bucket {
  fromSeconds: number;
  toSeconds?: number;
}

/**
 * Where a value stands among steps of equal width, counted in steps from the left: 2.5 is the middle of the third. The
 * open step is drawn as if it ended at twice its beginning.
 */
export function placeInBuckets(seconds: number, buckets: Bucket[]): number {
  const index = buckets.findIndex(
    ({ toSeconds }) => toSeconds === undefined || seconds < toSeconds,
  );
  if (index === -1) {
    return buckets.length;
  }
  const { fromSeconds, toSeconds = 2 * fromSeconds } = buckets[index];
  const within = (seconds - fromSeconds) / (toSeconds - fromSeconds);
  return index + Math.min(1, Math.max(0, within));
}

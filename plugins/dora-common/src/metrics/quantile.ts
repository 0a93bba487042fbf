/**
 * The q-quantile of a sample, with linear interpolation between the two nearest ranks: rank `(n − 1) q`, counted from
 * 0 (Hyndman and Fan's type 7, as PostgreSQL's `percentile_cont` and spreadsheets have it). The median of an even
 * number is the mean of the middle two.
 *
 * @param sorted - ascending; in any unit
 * @param q - 0 to 1
 * @returns null for an empty sample
 * @public
 */
export function quantile(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) {
    return null;
  }
  const rank = (sorted.length - 1) * q;
  const lower = Math.floor(rank);
  const part = rank - lower;
  const low = sorted[lower];
  const high = sorted[Math.min(lower + 1, sorted.length - 1)];
  return part === 0.5 ? (low + high) / 2 : low + (high - low) * part;
}

/**
 * A matcher for the bucket with an upper bound. Exporters write the same bound differently: 1 as `1` or `1.0`,
 * 0.00001 as `1e-05`.
 */
export function bucketMatcher(bound: number): string {
  const plain = String(bound);
  const spellings = new Set([plain, goSpelling(bound)]);
  if (Number.isInteger(bound)) {
    spellings.add(`${plain}.0`);
  }
  const [only, ...others] = spellings;
  if (others.length === 0) {
    return `le="${only}"`;
  }
  const pattern = [...spellings]
    .map(spelling => spelling.replace(/[.+]/g, '\\\\$&'))
    .join('|');
  return `le=~"${pattern}"`;
}

/** As Go's `strconv.FormatFloat(bound, 'g', -1, 64)` writes it, which client_golang uses. */
function goSpelling(bound: number): string {
  const [mantissa, exponent] = bound.toExponential().split('e').map(Number);
  if (exponent >= -4 && exponent < 6) {
    return String(bound);
  }
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
}

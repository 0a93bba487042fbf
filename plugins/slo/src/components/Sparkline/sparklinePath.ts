/** Units of the drawing: 100 % stands at the top, 0 % above the foot so that overspend is seen. */
export const SPARKLINE = { width: 160, height: 48, top: 2, zero: 42 };

/** The line of a budget at even steps; where nothing was measured it breaks. */
export function sparklinePath(remaining: (number | null)[]): string {
  const { width, height, top, zero } = SPARKLINE;
  const step = width / Math.max(1, remaining.length - 1);
  return remaining
    .map((left, i) => {
      if (left === null) {
        return '';
      }
      const y = zero - left * (zero - top);
      const command = (remaining[i - 1] ?? null) === null ? 'M' : 'L';
      return `${command}${round(i * step)} ${round(
        Math.min(height - 2, Math.max(0, y)),
      )}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

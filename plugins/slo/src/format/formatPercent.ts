import { formatNumber } from './formatNumber';
import { roundPercent } from './roundPercent';

/** Before the percent sign stands a narrow space that does not break. */
const NARROW_SPACE = '\u202f';

/** A fraction with a fixed number of digits: 0.618 is `61.8 %`. */
export function formatPercent(
  fraction: number | null | undefined,
  digits: number = 1,
): string {
  if (fraction === null || fraction === undefined) {
    return '–';
  }
  return withPercentSign(
    formatNumber(roundPercent(fraction, digits), { minDigits: digits }),
  );
}

/** A fraction that somebody wrote, in the digits that they wrote: 0.9995 is `99.95 %`. */
export function formatWrittenPercent(fraction: number): string {
  // 12 significant digits drop what binary fractions add: 0.07 × 100 = 7.000000000000001.
  const percent = Number((fraction * 100).toPrecision(12));
  return withPercentSign(formatNumber(percent, { minDigits: 0, maxDigits: 9 }));
}

function withPercentSign(number: string): string {
  return `${number}${NARROW_SPACE}%`;
}

import { formatNumber } from './formatNumber';
import { roundPercent } from './roundPercent';

/** Before the percent sign stands a narrow space that does not break. */
const NARROW_SPACE = '\u202f';

/** A fraction with a fixed number of digits: 0.043 is `4.3 %`. */
export function formatPercent(
  fraction: number | null | undefined,
  digits: number = 1,
): string {
  if (fraction === null || fraction === undefined) {
    return '–';
  }
  const percent = formatNumber(roundPercent(fraction, digits), {
    minDigits: digits,
  });
  return `${percent}${NARROW_SPACE}%`;
}

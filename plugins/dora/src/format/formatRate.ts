import { formatNumber } from './formatNumber';

/** From here on one digit says enough. */
const ONE_DIGIT_FROM = 0.95;

/** Deployments per day or week: `5.0`, `0.14`; never 0 for what is not. */
export function formatRate(value: number | null | undefined): string {
  if (value && value < 0.005) {
    return '<0.01';
  }
  const isSmall = value && value < ONE_DIGIT_FROM;
  return formatNumber(value, { minDigits: isSmall ? 2 : 1 });
}

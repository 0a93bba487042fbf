/** Decimals as the house writes them: thousands by comma, a true minus, a dash for the unknown. */
export function formatNumber(
  value: number | null | undefined,
  options: { minDigits?: number; maxDigits?: number } = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  const { minDigits = 0, maxDigits = minDigits } = options;
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: minDigits,
    maximumFractionDigits: maxDigits,
  }).format(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `−${text}` : text;
}

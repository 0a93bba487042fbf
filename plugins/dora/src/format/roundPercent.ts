/**
 * A fraction as a rounded number of percent. What is not exactly nothing or everything is never
 * rounded to 0 or 100: it keeps one step's distance.
 */
export function roundPercent(fraction: number, digits: number): number {
  const step = 10 ** -digits;
  const rounded = Number((fraction * 100).toFixed(digits));
  if (rounded === 0 && fraction !== 0) {
    return Math.sign(fraction) * step;
  }
  if (Math.abs(rounded) === 100 && Math.abs(fraction) !== 1) {
    const away = Math.abs(fraction) > 1 ? step : -step;
    return Math.sign(fraction) * Number((100 + away).toFixed(digits));
  }
  return rounded === 0 ? 0 : rounded;
}

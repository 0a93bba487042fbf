import { formatClock, formatDay } from './formatMoment';
import type { MomentContext } from './MomentContext';

/** `28 Jan, 01:05`, with the year if it is not this one: where a weekday would only take room. */
export function formatShortMoment(at: string, context: MomentContext): string {
  return `${formatDay(at, context)}, ${formatClock(at, context.timeZone)}`;
}

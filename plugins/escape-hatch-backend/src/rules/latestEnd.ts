import { addDays } from '../time/addDays';
import { dayOf } from '../time/dayOf';
import { endOfDay } from '../time/endOfDay';

/**
 * The latest end that a cap allows: the end of the day that lies so many calendar days after the beginning.
 *
 * @param options.from - ms: the asked start, or now
 * @param options.days - the cap
 */
export function latestEnd(options: {
  from: number;
  days: number;
  timeZone: string;
}): {
  /** `YYYY-MM-DD` in the zone. */
  lastDay: string;
  /** ms, exclusive */
  end: number;
} {
  const { from, days, timeZone } = options;
  const lastDay = addDays(dayOf(from, timeZone), days);
  return { lastDay, end: endOfDay(lastDay, timeZone) };
}

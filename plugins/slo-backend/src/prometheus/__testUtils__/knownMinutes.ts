/** Requests of one minute, and what became of the scrape at its end. */
export interface KnownMinute {
  /** Seconds since the epoch. */
  end: number;
  total: number;
  /** Requests with another status than 5xx. */
  good: number;
  /** Requests of at most 0.5 s. */
  fast: number;
  /** The service restarted at the beginning of the minute: its counters start from 0. */
  restart: boolean;
  /** The series of good requests is not exposed. */
  outage: boolean;
  scraped: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** The minutes of a history that ends at `to`; days are counted back from there, minutes from midnight. */
export function knownMinutes(options: {
  to: number;
  days: number;
}): KnownMinute[] {
  const { to, days } = options;
  return Array.from({ length: days * DAY }, (_, index) => {
    const daysAgo = days - Math.floor(index / DAY);
    const minute = index % DAY;
    const during = (day: number, from: number, until: number) =>
      daysAgo === day && minute >= from && minute < until;
    // The sample at the end of the minute that ends when a time ends is there again.
    const unscraped = (day: number, from: number, until: number) =>
      during(day, from, until - 1);

    const quiet = minute >= 1 * HOUR && minute < 4 * HOUR;
    const restart = daysAgo % 10 === 4 && minute === 9 * HOUR + 7;
    const outage = during(16, 13 * HOUR, 13 * HOUR + 45);
    const incident = during(9, 10 * HOUR, 12 * HOUR);

    const total = quiet
      ? 0
      : 5 + (scatter(index) % 40) + Math.floor(minute / HOUR);
    const usual = scatter(index + 7) % 50 === 0 && !restart ? 3 : 0;
    const failed = incident ? Math.floor(total * 0.3) : Math.min(usual, total);
    const slow = scatter(index + 13) % 20 === 0 ? 2 : 0;
    return {
      end: to - (days * DAY - index - 1) * 60,
      total,
      good: outage ? 0 : total - failed,
      fast: Math.max(0, total - slow),
      restart,
      outage: unscraped(16, 13 * HOUR, 13 * HOUR + 45),
      scraped: !(
        (
          unscraped(6, 15 * HOUR, 18 * HOUR) || // a gap
          during(3, 20 * HOUR - 1, 20 * HOUR) || // one lost between two tiles
          during(3, 21 * HOUR + 1, 21 * HOUR + 2)
        ) // one lost inside a tile
      ),
    };
  });
}

/** Numbers without a pattern, the same in each run (Knuth's multiplicative hash). */
function scatter(index: number): number {
  return Math.floor(((index * 2654435761) % 2 ** 32) / 7);
}

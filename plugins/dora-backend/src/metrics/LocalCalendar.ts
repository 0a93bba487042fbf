import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import { DateTime } from 'luxon';

/** Half-open stretch of time, in milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** Days, ISO weeks and months of the configured time zone. */
export class LocalCalendar {
  readonly timeZone: string;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  /** `YYYY-MM-DD` of an instant. */
  dayOf(at: number): string {
    return this.#local(at).toISODate()!;
  }

  /** When a local day begins and ends; it has 23 or 25 hours where clocks change. */
  spanOfDay(day: string): Span {
    const start = DateTime.fromISO(day, { zone: this.timeZone });
    return {
      from: startOf(start, 'day'),
      to: startOf(start.plus({ days: 1 }), 'day'),
    };
  }

  /**
   * The span in pieces, cut where days, weeks or months begin; the first and the last one may be shorter than their
   * unit.
   */
  pieces(span: Span, unit: Granularity): Span[] {
    if (span.from >= span.to) {
      return [];
    }
    const cuts = [span.from];
    let start = this.#next(span.from, unit);
    while (start < span.to) {
      cuts.push(start);
      start = this.#next(start, unit);
    }
    return cuts.map((from, index) => ({
      from,
      to: cuts[index + 1] ?? span.to,
    }));
  }

  /** The ISO weeks that lie wholly in the span. */
  completeWeeks(span: Span): Span[] {
    return this.pieces(span, 'week').filter(
      ({ from, to }) => this.#startsWeek(from) && this.#startsWeek(to),
    );
  }

  /** Whether a local day begins then. */
  startsDay(at: number): boolean {
    return startOf(this.#local(at), 'day') === at;
  }

  #startsWeek(at: number): boolean {
    return startOf(this.#local(at), 'week') === at;
  }

  /** When the next day, week or month begins. */
  #next(at: number, unit: Granularity): number {
    const start = this.#local(at).startOf(unit);
    return startOf(start.plus({ [`${unit}s`]: 1 }), unit);
  }

  #local(at: number): DateTime {
    return DateTime.fromMillis(at, { zone: this.timeZone });
  }
}

/** When a unit begins: at the first of two midnights, where clocks go back to it. */
function startOf(at: DateTime, unit: Granularity): number {
  return at.startOf(unit).getPossibleOffsets()[0].toMillis();
}

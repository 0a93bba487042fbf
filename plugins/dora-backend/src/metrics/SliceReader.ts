import type { RollupStore } from '../rollups/RollupStore';
import { EVERYONE } from '../rollups/RollupStore';
import type { Scope } from '../scope/Scope';
import type { FactReader } from './FactReader';
import type { FactSlice } from './FactSlice';
import type { LocalCalendar, Span } from './LocalCalendar';
import { mergeFactSets } from './mergeFactSets';
import { sliceFacts } from './sliceFacts';

/**
 * Reads the facts of a scope by local day: those of all services and of owners from rollups, of which only parts of
 * days and days that changed lately are read row by row; those of single services row by row.
 */
export class SliceReader {
  readonly #facts: FactReader;
  readonly #rollups: RollupStore;
  readonly #calendar: LocalCalendar;

  constructor(options: {
    facts: FactReader;
    rollups: RollupStore;
    calendar: LocalCalendar;
  }) {
    this.#facts = options.facts;
    this.#rollups = options.rollups;
    this.#calendar = options.calendar;
  }

  /** @param spans - in order, without overlaps; a day is cut where one ends */
  async read(options: { scope: Scope; spans: Span[] }): Promise<FactSlice[]> {
    const { scope } = options;
    const pieces = options.spans.flatMap(span =>
      this.#calendar.pieces(span, 'day'),
    );
    if (scope.kind === 'services') {
      return this.#slice(scope, pieces);
    }
    const rolled = await this.#rolled(scope, pieces);
    const rest = pieces.filter(({ from }) => !rolled.has(from));
    for (const slice of await this.#slice(scope, rest)) {
      rolled.set(slice.from, slice);
    }
    return pieces.map(({ from }) => rolled.get(from)!);
  }

  /** Slices that rollups have, by their beginning. */
  async #rolled(
    scope: Exclude<Scope, { kind: 'services' }>,
    pieces: Span[],
  ): Promise<Map<number, FactSlice>> {
    const wholeDays = pieces
      .filter(({ from, to }) => this.#isWholeDay(from, to))
      .map(piece => ({ ...piece, day: this.#calendar.dayOf(piece.from) }));
    const rollups = await this.#rollups.read({
      owners: scope.kind === 'all' ? [EVERYONE] : scope.owners,
      days: wholeDays.map(({ day }) => day),
    });
    const slices = new Map<number, FactSlice>();
    for (const { from, to, day } of wholeDays) {
      const sets = rollups.get(day);
      if (sets) {
        const facts = sets.length === 1 ? sets[0] : mergeFactSets(sets);
        slices.set(from, { from, to, facts });
      }
    }
    return slices;
  }

  async #slice(scope: Scope, pieces: Span[]): Promise<FactSlice[]> {
    const rows = await this.#facts.read({ scope, spans: joined(pieces) });
    return sliceFacts(rows, pieces);
  }

  #isWholeDay(from: number, to: number): boolean {
    return this.#calendar.startsDay(from) && this.#calendar.startsDay(to);
  }
}

/** The same time in as few spans as possible. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of spans) {
    const last = result[result.length - 1];
    if (last?.to === from) {
      last.to = to;
    } else {
      result.push({ from, to });
    }
  }
  return result;
}

import { DateTime } from 'luxon';
import type { FactReader } from '../metrics/FactReader';
import type { FactRows } from '../metrics/FactRows';
import type { FactSet } from '../metrics/FactSet';
import { FactSetBuilder } from '../metrics/FactSetBuilder';
import type { LocalCalendar } from '../metrics/LocalCalendar';
import { EVERYONE, type RollupStore } from './RollupStore';

/** Days of one look for stale ones. */
const BATCH = 100;

/**
 * Rolls up the days whose facts have changed. A day that is not over is left to the facts, for it changes with every
 * event. Replicas may do the same day at once: the later one replaces the rollup by an equal one.
 */
export class RollDays {
  readonly #store: RollupStore;
  readonly #facts: FactReader;
  readonly #calendar: LocalCalendar;

  constructor(options: {
    store: RollupStore;
    facts: FactReader;
    calendar: LocalCalendar;
  }) {
    this.#store = options.store;
    this.#facts = options.facts;
    this.#calendar = options.calendar;
  }

  /** @returns how many days were rolled up */
  async run(options: { signal?: AbortSignal; now: number }): Promise<number> {
    const { signal, now } = options;
    await this.#store.dropForeign(neighbours);
    let rolled = 0;
    let before = this.#calendar.dayOf(now);
    for (;;) {
      const stale = await this.#store.stale(BATCH, before);
      if (stale.length === 0) {
        return rolled;
      }
      for (const { day, version } of stale) {
        if (signal?.aborted) {
          return rolled;
        }
        const span = this.#calendar.spanOfDay(day);
        const rows = await this.#facts.read({
          scope: { kind: 'all', ref: 'all' },
          spans: [span],
        });
        const byOwner = factsByOwner(rows);
        rolled += Number(await this.#store.replace({ day, version, byOwner }));
        // One that changed meanwhile is for the next run: a busy day must not hold up the others.
        before = day;
      }
    }
  }
}

function factsByOwner(rows: FactRows): Map<string, FactSet> {
  const builders = new Map<string, FactSetBuilder>();
  const buildersOf = (ownerRef: string | null) =>
    [EVERYONE, ownerRef ?? ''].map(owner => {
      const builder = builders.get(owner) ?? new FactSetBuilder();
      builders.set(owner, builder);
      return builder;
    });
  for (const row of rows.deployments) {
    buildersOf(row.ownerRef).forEach(builder => builder.addDeployment(row));
  }
  for (const row of rows.recoveries) {
    buildersOf(row.ownerRef).forEach(builder => builder.addRecovery(row));
  }
  for (const row of rows.shipped) {
    buildersOf(row.ownerRef).forEach(builder => builder.addShipped(row));
  }
  return new Map([...builders].map(([owner, it]) => [owner, it.build()]));
}

function neighbours(day: string): string[] {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return [-1, 1].map(days => date.plus({ days }).toISODate()!);
}

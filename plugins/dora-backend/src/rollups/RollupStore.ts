import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { FactSet } from '../metrics/FactSet';
import { decodeFactSet, encodeFactSet, ROLLUP_FORMAT } from './encodeFactSet';

/** Owner of the rollup over all services. */
export const EVERYONE = '*';

/** A day whose facts changed since it was rolled up. */
export interface StaleDay {
  /** `YYYY-MM-DD` */
  day: string;
  version: number;
}

/** Rollups: the pooled facts of each local day, for each owner and for all. */
export class RollupStore {
  readonly #knex: Knex;
  readonly #rolledAs: string;

  constructor(options: { knex: Knex; timeZone: string }) {
    this.#knex = options.knex;
    this.#rolledAs = `${ROLLUP_FORMAT} ${options.timeZone}`;
  }

  /**
   * The rollups of the owners by day. A day that is not in the map has to be read from the facts; one without facts
   * has an empty list.
   *
   * @param days - `YYYY-MM-DD`, ascending
   */
  async read(options: {
    owners: string[];
    days: string[];
  }): Promise<Map<string, FactSet[]>> {
    const { owners, days } = options;
    const wanted = new Map<string, FactSet[]>();
    if (days.length === 0) {
      return wanted;
    }
    const span: [string, string] = [days[0], days[days.length - 1]];
    const states = await this.#knex('dora_days')
      .whereBetween('day', span)
      .select('day', 'version', 'rolled_version', 'rolled_as');
    // Days of another zone are cut elsewhere: what lies in such a one may belong to a neighbour.
    const isForeign = states.some(
      state => state.rolled_as !== null && state.rolled_as !== this.#rolledAs,
    );
    if (isForeign) {
      return wanted;
    }
    const stale = new Set(
      states
        .filter(
          state =>
            state.rolled_version === null ||
            Number(state.rolled_version) !== Number(state.version),
        )
        .map(state => state.day),
    );
    for (const day of days) {
      if (!stale.has(day)) {
        wanted.set(day, []);
      }
    }
    const rows = await this.#knex('dora_rollups')
      .whereIn('owner_ref', owners)
      .whereBetween('day', span)
      .select('day', 'data');
    for (const row of rows) {
      wanted.get(row.day)?.push(decodeFactSet(row.data));
    }
    return wanted;
  }

  /**
   * Days that have to be rolled up, the newest first.
   *
   * @param before - `YYYY-MM-DD`, which and what follows is left out
   */
  async stale(limit: number, before: string): Promise<StaleDay[]> {
    const rows = await this.#knex('dora_days')
      .where(query =>
        query
          .whereNull('rolled_version')
          .orWhereRaw('rolled_version <> version'),
      )
      .where('day', '<', before)
      .orderBy('day', 'desc')
      .limit(limit)
      .select('day', 'version');
    return rows.map(row => ({ day: row.day, version: Number(row.version) }));
  }

  /**
   * Stores the rollups of a day, unless its facts have changed since they were read.
   *
   * @param version - of the day before its facts were read
   * @returns whether they were stored
   */
  async replace(options: {
    day: string;
    version: number;
    byOwner: Map<string, FactSet>;
  }): Promise<boolean> {
    const { day, version, byOwner } = options;
    return this.#knex.transaction(async tx => {
      const updated = await tx('dora_days')
        .where({ day, version })
        .update({ rolled_version: version, rolled_as: this.#rolledAs });
      if (updated === 0) {
        return false;
      }
      await tx('dora_rollups').where({ day }).delete();
      const rows = [...byOwner].map(([owner, facts]) => ({
        day,
        owner_ref: owner,
        data: encodeFactSet(facts),
      }));
      for (const batch of inBatches(rows, 100)) {
        await tx('dora_rollups').insert(batch);
      }
      return true;
    });
  }

  /**
   * Gives up rollups in another format or time zone. Their days, and the days beside them, which the zone may cut
   * otherwise, become stale.
   *
   * @param neighbours - the days before and after a day
   */
  async dropForeign(neighbours: (day: string) => string[]): Promise<void> {
    await this.#knex.transaction(async tx => {
      const foreign = await tx('dora_days')
        .whereNotNull('rolled_as')
        .whereNot('rolled_as', this.#rolledAs)
        .first('day');
      if (!foreign) {
        return;
      }
      const days: string[] = await tx('dora_days').pluck('day');
      const beside = [...new Set(days.flatMap(neighbours))];
      for (const batch of inBatches(beside)) {
        await tx('dora_days')
          .insert(batch.map(day => ({ day, version: 0 })))
          .onConflict('day')
          .ignore();
      }
      await tx('dora_rollups').delete();
      await tx('dora_days').update({
        version: tx.raw('version + 1'),
        rolled_version: null,
        rolled_as: null,
      });
    });
  }
}

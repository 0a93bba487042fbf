import type { Snapshot } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toInstant } from '../database/instants';
import { periodKey } from './freezePeriods';
import type { Frozen } from './FrozenReader';

/** A week of a scope. */
export interface ScopeWeek {
  scope: string;
  /** Its Monday, `YYYY-MM-DD`. */
  week: string;
}

/** Frozen weeks. */
export class SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Which of the weeks scopes have, by `periodKey`. */
  async kept(weeks: string[]): Promise<Set<string>> {
    const rows: ScopeWeek[] = await this.#knex('dora_snapshots')
      .whereIn('week', weeks)
      .select('scope', 'week');
    return new Set(rows.map(({ scope, week }) => periodKey(scope, week)));
  }

  /** Keeps a week, unless it was kept before. */
  async add(of: ScopeWeek, frozen: Frozen, now: number): Promise<void> {
    await this.#knex('dora_snapshots')
      .insert({
        id: randomUUID(),
        scope: of.scope,
        week: of.week,
        frozen_at: now,
        metrics: JSON.stringify(frozen.metrics),
        bottleneck: frozen.bottleneck && JSON.stringify(frozen.bottleneck),
      })
      .onConflict(['scope', 'week'])
      .ignore();
  }

  /**
   * Newest first.
   *
   * @param after - Monday of the last week of the page before
   */
  async list(options: {
    scope: string;
    /** First and last Monday. */
    from?: string;
    to?: string;
    after?: string;
    limit: number;
  }): Promise<Snapshot[]> {
    const { scope, from, to, after, limit } = options;
    const query = this.#knex('dora_snapshots')
      .where('scope', scope)
      .orderBy('week', 'desc')
      .limit(limit);
    if (from !== undefined) {
      query.where('week', '>=', from);
    }
    if (to !== undefined) {
      query.where('week', '<=', to);
    }
    if (after !== undefined) {
      query.where('week', '<', after);
    }
    const rows = await query;
    return rows.map(row => ({
      id: row.id,
      scope: row.scope,
      week: row.week,
      frozenAt: toInstant(Number(row.frozen_at)),
      metrics: JSON.parse(row.metrics),
      bottleneck: row.bottleneck && JSON.parse(row.bottleneck),
    }));
  }
}

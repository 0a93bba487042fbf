import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { Alert } from './Alert';
import { AlertStore } from './AlertStore';
import { findEpisodes } from './findEpisodes';

/** Removes alerts whose whole incident is over since long: a part of them would be another incident. */
export class AlertDropper {
  readonly #knex: Knex;
  readonly #alerts = new AlertStore();

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** @param since - milliseconds since the epoch; what ended before is removed */
  async drop(since: number, signal: AbortSignal): Promise<void> {
    const groups: string[] = await this.#knex('dora_alerts')
      .where('ends_at', '<', since)
      .distinct()
      .pluck('group_id');
    for (const group of groups) {
      signal.throwIfAborted();
      const { alerts } = await this.#alerts.group(this.#knex, group);
      const over = findEpisodes(alerts).filter(
        ({ endsAt }) => endsAt !== null && endsAt < since,
      );
      await this.#remove(
        group,
        over.flatMap(episode => episode.alerts),
      );
    }
  }

  async #remove(group: string, alerts: Alert[]): Promise<void> {
    for (const batch of inBatches(alerts, 200)) {
      await this.#knex('dora_alerts')
        .where('group_id', group)
        .whereIn(
          ['fingerprint', 'starts_at'],
          batch.map(({ fingerprint, startsAt }) => [fingerprint, startsAt]),
        )
        .delete();
    }
  }
}

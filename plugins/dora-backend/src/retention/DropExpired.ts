import type { Knex } from 'knex';
import { AlertDropper } from '../alertmanager/AlertDropper';
import { DayMarks } from '../facts/derive/DayMarks';
import type { DoraSettings } from '../settings';
import { ChangeDropper } from './ChangeDropper';
import { IncidentDropper } from './IncidentDropper';
import { RolloutDropper } from './RolloutDropper';

const DAY_MS = 86_400_000;

/**
 * Task: removes events and facts that are older than the configured retention, and on which no later fact depends.
 * Frozen weeks and months, reviews and what people said stay.
 */
export class DropExpired {
  readonly #retentionDays: number;
  readonly #alerts: AlertDropper;
  readonly #rollouts: RolloutDropper;
  readonly #incidents: IncidentDropper;
  readonly #changes: ChangeDropper;

  constructor(options: { knex: Knex; settings: DoraSettings }) {
    const { knex, settings } = options;
    const days = new DayMarks(settings);
    this.#retentionDays = settings.retentionDays;
    this.#alerts = new AlertDropper({ knex });
    this.#rollouts = new RolloutDropper({ knex, days });
    this.#incidents = new IncidentDropper({ knex, days });
    this.#changes = new ChangeDropper({ knex });
  }

  async run(signal: AbortSignal, now: () => number = Date.now): Promise<void> {
    const since = now() - this.#retentionDays * DAY_MS;
    // In this order: alerts would bring their incidents back, and rollouts that are kept keep incidents and changes.
    await this.#alerts.drop(since, signal);
    await this.#rollouts.drop(since, signal);
    await this.#incidents.drop(since, signal);
    await this.#changes.drop(since, signal);
  }
}

import type { Knex } from 'knex';
import { retryConflicts } from '../database/retryConflicts';
import type { Notice } from '../notifications/Notice';
import type { Outbox } from '../outbox/Outbox';
import type { EscapeHatchSettings } from '../settings';
import { demandSentence } from './demandText';
import type { InsightReader, JudgedDemand } from './InsightReader';

/**
 * Task: tells the platform team that the golden path needs updating, once for each rule as long as that is so. Should
 * the demand fall and rise again, it is told again.
 */
export class TellDemand {
  readonly #knex: Knex;
  readonly #clock: { now(): number };
  readonly #outbox: Pick<Outbox, 'add'>;
  readonly #reader: Pick<InsightReader, 'demand'>;
  readonly #settings: Pick<EscapeHatchSettings, 'adminGroup'>;

  constructor(options: {
    knex: Knex;
    clock: { now(): number };
    outbox: Pick<Outbox, 'add'>;
    reader: Pick<InsightReader, 'demand'>;
    settings: Pick<EscapeHatchSettings, 'adminGroup'>;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#outbox = options.outbox;
    this.#reader = options.reader;
    this.#settings = options.settings;
  }

  async run(): Promise<void> {
    const now = this.#clock.now();
    const { rules, servicesTotal } = await this.#reader.demand(now);
    const signals = rules.filter(({ hasSignal }) => hasSignal);
    await retryConflicts(() =>
      this.#knex.transaction(async tx => {
        await tx('escape_hatch_signals')
          .whereNotIn(
            'rule',
            signals.map(({ rule }) => rule),
          )
          .delete();
        for (const demand of signals) {
          await this.#tell({ tx, now, demand, servicesTotal });
        }
      }),
    );
  }

  async #tell(options: {
    tx: Knex.Transaction;
    now: number;
    demand: JudgedDemand;
    servicesTotal: number;
  }): Promise<void> {
    const { tx, now, demand, servicesTotal } = options;
    const { rule } = demand;
    const begun = await tx('escape_hatch_signals')
      .insert({ rule, since: now })
      .onConflict('rule')
      .ignore()
      .returning('rule');
    if (begun.length === 0) {
      return;
    }
    const payload: Notice = {
      recipients: [this.#settings.adminGroup],
      title: `The golden path needs updating: ${rule}`,
      description: `${demandSentence(demand, servicesTotal)}.`,
      link: '/escape-hatches/insights',
      severity: 'normal',
      topic: 'escape-hatch-demand',
    };
    await this.#outbox.add({
      tx,
      kind: 'notification',
      requestId: null,
      key: `signal:${rule}:${now}`,
      payload,
    });
  }
}

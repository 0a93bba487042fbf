import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { retryConflicts } from '../database/retryConflicts';
import { DayMarks } from '../facts/derive/DayMarks';
import type { EventRecorder } from '../facts/EventRecorder';
import type { DoraSettings } from '../settings';
import { factRules } from './factRules';
import { OutdatedService, RuleStore } from './RuleStore';

/**
 * Task: brings facts up to date with settings. The process that started last decides which settings hold, and derives
 * anew what is by other ones, one service after the other, so that it can be cut short anywhere. A process with other
 * settings leaves that alone; what it derives meanwhile, as the old one does while a new one is being deployed, is
 * noted and derived again.
 */
export class ApplyRules {
  readonly #knex: Knex;
  readonly #recorder: Pick<EventRecorder, 'rederive' | 'judgeIncidents'>;
  readonly #logger: LoggerService;
  readonly #store: RuleStore;
  readonly #days: DayMarks;

  constructor(options: {
    knex: Knex;
    recorder: Pick<EventRecorder, 'rederive' | 'judgeIncidents'>;
    settings: DoraSettings;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#recorder = options.recorder;
    this.#logger = options.logger;
    this.#store = new RuleStore(factRules(options.settings));
    this.#days = new DayMarks(options.settings);
  }

  /** Once, at start-up: two processes with different settings would otherwise take turns for ever. */
  async adopt(): Promise<void> {
    const haveChanged = await retryConflicts(() =>
      this.#knex.transaction(tx => this.#store.adopt(tx)),
    );
    if (haveChanged) {
      this.#logger.info(
        'Settings of dora have changed: the facts of all services are derived anew',
      );
    }
  }

  async run(signal: AbortSignal): Promise<void> {
    const outdated = await this.#store.outdated(this.#knex);
    if (outdated.length === 0 || (await this.#store.areOthers(this.#knex))) {
      return;
    }
    await this.#recorder.judgeIncidents();
    let done = 0;
    for (const service of outdated) {
      if (signal.aborted || (await this.#store.areOthers(this.#knex))) {
        break;
      }
      await this.#recorder.rederive({
        entityRefs: [service.entityRef],
        within: tx => this.#finish(tx, service),
      });
      done++;
    }
    this.#logger.info(
      `${done} of ${outdated.length} services were derived anew by changed settings`,
    );
  }

  async #finish(
    tx: Knex.Transaction,
    { entityRef, rezoned }: OutdatedService,
  ): Promise<void> {
    await this.#store.remove(tx, entityRef);
    if (rezoned) {
      // What is derived as it was marks nothing, but may lie in another day now.
      await this.#days.mark(tx, await this.#store.instants(tx, entityRef));
    }
  }
}

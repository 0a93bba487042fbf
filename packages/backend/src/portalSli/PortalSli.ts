import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { SloApi } from '@golden-path/backstage-plugin-slo-common';
import { describeFailure } from './describeFailure';
import { goodAndTotal } from './goodAndTotal';
import { RequestCount } from './RequestCount';
import { RequestMeter } from './RequestMeter';

const MINUTE = 60;

/** Minutes that are kept while they cannot be pushed. */
const MAX_PENDING = 60;

interface CountedMinute {
  /** Seconds since the epoch. */
  start: number;
  requests: RequestCount[];
}

/**
 * Task: measures the portal's own SLOs by its own requests. It has to run just after each minute's
 * end: a minute whose end it missed is a gap.
 */
export class PortalSli {
  readonly #api: Pick<SloApi, 'getEntityBudget' | 'pushSamples'>;
  readonly #logger: LoggerService;
  readonly #entityRef: string;
  readonly #meter: Pick<RequestMeter, 'collect'>;
  #running: number;
  #pending: CountedMinute[] = [];
  #told = '';

  constructor(options: {
    api: Pick<SloApi, 'getEntityBudget' | 'pushSamples'>;
    logger: LoggerService;
    entityRef: string;
    meter: Pick<RequestMeter, 'collect'>;
    now?: Date;
  }) {
    this.#api = options.api;
    this.#logger = options.logger;
    this.#entityRef = options.entityRef;
    this.#meter = options.meter;
    this.#running = minuteOf(options.now ?? new Date());
  }

  /** Never throws: minutes that cannot be pushed are pushed with the next one. */
  async run(now: Date = new Date()): Promise<void> {
    const minute = minuteOf(now);
    if (minute === this.#running) {
      return;
    }
    const requests = await this.#meter.collect();
    if (minute === this.#running + MINUTE) {
      this.#pending.push({ start: this.#running, requests });
      this.#pending.splice(0, this.#pending.length - MAX_PENDING);
    }
    this.#running = minute;
    if (this.#pending.length === 0) {
      return;
    }
    try {
      await this.#push();
      this.#told = '';
    } catch (error) {
      this.#tell(describeFailure(error));
    }
  }

  async #push() {
    const minutes = this.#pending;
    const { slos } = await this.#api.getEntityBudget(this.#entityRef);
    const pushed = slos.filter(slo => slo.data.source.type === 'push');
    if (pushed.length === 0) {
      throw new NotFoundError('it has no SLO that takes pushed samples');
    }
    const failures: string[] = [];
    for (const { id, name, indicator } of pushed) {
      try {
        const samples = minutes.map(({ start, requests }) => ({
          start: new Date(start * 1_000).toISOString(),
          seconds: MINUTE,
          ...goodAndTotal(indicator, requests),
        }));
        await this.#api.pushSamples(id, samples);
      } catch (error) {
        failures.push(`${name}: ${describeFailure(error)}`);
      }
    }
    if (failures.length > 0) {
      throw new Error(failures.join('; '));
    }
    this.#pending = [];
  }

  /** The same thing is not said twice in a row. */
  #tell(message: string) {
    if (message !== this.#told) {
      this.#told = message;
      this.#logger.info(
        `Requests counted for ${this.#entityRef} are kept for now: ${message}`,
      );
    }
  }
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / MINUTE) * MINUTE;
}

import { LoggerService } from '@backstage/backend-plugin-api';
import type {
  SloApi,
  SloSample,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { describeFailure } from '../portalSli/describeFailure';
import { DemoSeries } from './DemoSeries';
import { DEMO_TILE_SECONDS, demoSample } from './demoSample';

const DAY = 86_400;

/** How much history a fresh demo gets. */
const HISTORY_SECONDS = 35 * DAY;

/** The most that one call may carry. */
const SAMPLES_PER_CALL = 10_000;

/** From so many samples on, pushing them is worth telling. */
const LONG_PUSH = 60;

/**
 * Task: pushes made-up measurements for an entity's SLOs, up to now. What is there already is asked
 * from the API each time, so that a restart pushes only what is missing.
 */
export class DemoHistory {
  readonly #api: Pick<SloApi, 'getEntityBudget' | 'pushSamples'>;
  readonly #logger: LoggerService;
  readonly #entityRef: string;
  readonly #series: Record<string, DemoSeries>;
  #doneUntil = 0;
  readonly #told = new Set<string>();

  constructor(options: {
    api: Pick<SloApi, 'getEntityBudget' | 'pushSamples'>;
    logger: LoggerService;
    entityRef: string;
    /** By SLO name. */
    series: Record<string, DemoSeries>;
  }) {
    this.#api = options.api;
    this.#logger = options.logger;
    this.#entityRef = options.entityRef;
    this.#series = options.series;
  }

  /** Does nothing until another tile is over. Never throws: what fails is tried again next time. */
  async run(signal: AbortSignal, now: () => Date = () => new Date()) {
    const until = floorTo(now().getTime() / 1_000, DEMO_TILE_SECONDS);
    if (until === this.#doneUntil) {
      return;
    }
    try {
      const { slos } = await this.#api.getEntityBudget(this.#entityRef);
      const present = slos.filter(slo => this.#series[slo.name]);
      if (present.length === 0) {
        this.#tellOnce('waiting for its SLO document');
        return;
      }
      for (const slo of present) {
        await this.#push(slo, until, signal);
      }
      this.#doneUntil = until;
    } catch (error) {
      if (!signal.aborted) {
        this.#tellOnce(
          `to be tried again, because of: ${describeFailure(error)}`,
        );
      }
    }
  }

  async #push(slo: SloStatus, until: number, signal: AbortSignal) {
    const { source } = slo.data;
    if (source.type !== 'push') {
      this.#tellOnce(
        `none for ${slo.name}, which is measured by ${source.type}`,
      );
      return;
    }
    const samples = this.#missing(slo, until);
    const isLong = samples.length >= LONG_PUSH;
    if (isLong) {
      this.#tell(
        `pushing ${samples.length} minutes of ${slo.name} since ${samples[0].start}`,
      );
    }
    for (let from = 0; from < samples.length; from += SAMPLES_PER_CALL) {
      signal.throwIfAborted();
      const call = samples.slice(from, from + SAMPLES_PER_CALL);
      await this.#api.pushSamples(slo.id, call);
    }
    if (isLong) {
      this.#tell(`${slo.name} is complete`);
    }
  }

  #missing(slo: SloStatus, until: number): SloSample[] {
    const { generationSince, watermark } = slo.data;
    const oldest = floorTo(until - HISTORY_SECONDS, DAY);
    const from = Math.max(oldest, watermark ? toSeconds(watermark) : oldest);
    return Array.from(
      { length: Math.max(0, (until - from) / DEMO_TILE_SECONDS) },
      (_, index) =>
        demoSample({
          name: slo.name,
          series: this.#series[slo.name],
          start: from + index * DEMO_TILE_SECONDS,
          since: toSeconds(generationSince),
        }),
    );
  }

  #tellOnce(message: string) {
    if (!this.#told.has(message)) {
      this.#told.add(message);
      this.#tell(message);
    }
  }

  #tell(message: string) {
    this.#logger.info(`Demo history of ${this.#entityRef}: ${message}`);
  }
}

function floorTo(seconds: number, step: number): number {
  return Math.floor(seconds / step) * step;
}

function toSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000);
}

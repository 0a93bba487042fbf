import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { describeFailure } from '../portalSli/describeFailure';
import { CdEvent } from './cdEvent';

/** Sources that read the demo's repositories. */
const REPOSITORY_SOURCES = ['gitops', 'git'];

/**
 * Task: pushes made-up reports of incidents and rollouts through the door of any pipeline, once the repositories have
 * been read. The same reports again change nothing, so that each start pushes them.
 */
export class DemoReports {
  readonly #api: Pick<DoraApi, 'listSources'>;
  readonly #push: (events: CdEvent[]) => Promise<Response>;
  readonly #logger: LoggerService;
  readonly #events: CdEvent[];
  #isDone = false;
  readonly #told = new Set<string>();

  constructor(options: {
    api: Pick<DoraApi, 'listSources'>;
    /** Posts a batch. */
    push: (events: CdEvent[]) => Promise<Response>;
    logger: LoggerService;
    events: CdEvent[];
  }) {
    this.#api = options.api;
    this.#push = options.push;
    this.#logger = options.logger;
    this.#events = options.events;
  }

  /**
   * Never throws: what fails is tried again next time.
   *
   * @returns whether all are there
   */
  async run(signal: AbortSignal): Promise<boolean> {
    if (this.#isDone) {
      return true;
    }
    try {
      const { items } = await this.#api.listSources();
      const reading = REPOSITORY_SOURCES.filter(
        type =>
          !items.some(source => source.type === type) ||
          items.some(source => source.type === type && source.state !== 'ok'),
      );
      if (reading.length > 0) {
        this.#tellOnce(`waiting for the sources ${reading.join(' and ')}`);
        return false;
      }
      const response = await this.#push(this.#events);
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const { accepted, duplicates } = await response.json();
      this.#isDone = true;
      this.#tellOnce(`${accepted} pushed, ${duplicates} were there already`);
    } catch (error) {
      if (!signal.aborted) {
        this.#tellOnce(
          `to be tried again, because of: ${describeFailure(error)}`,
        );
      }
    }
    return this.#isDone;
  }

  #tellOnce(message: string) {
    if (!this.#told.has(message)) {
      this.#told.add(message);
      this.#logger.info(`Demo incidents and rollouts: ${message}`);
    }
  }
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  DoraApi,
  DoraSourceStatus,
} from '@golden-path/backstage-plugin-dora-common';
import { describeFailure } from '../portalSli/describeFailure';
import { CdEvent } from './cdEvent';

/**
 * Task: pushes made-up reports of incidents and rollouts through the door of any pipeline, once the demo's repositories
 * have been read. What else there is to read, such as the repository of a component that somebody registered, holds
 * nothing back. The same reports again change nothing, so that each start pushes them.
 */
export class DemoReports {
  readonly #api: Pick<DoraApi, 'listSources'>;
  readonly #push: (events: CdEvent[]) => Promise<Response>;
  readonly #logger: LoggerService;
  readonly #events: CdEvent[];
  readonly #repositorySources: Set<string>;
  #isDone = false;
  readonly #told = new Set<string>();

  constructor(options: {
    api: Pick<DoraApi, 'listSources'>;
    /** Posts a batch. */
    push: (events: CdEvent[]) => Promise<Response>;
    logger: LoggerService;
    events: CdEvent[];
    /** Ids of the sources that read the demo's service repositories. */
    repositorySources: string[];
  }) {
    this.#api = options.api;
    this.#push = options.push;
    this.#logger = options.logger;
    this.#events = options.events;
    this.#repositorySources = new Set(options.repositorySources);
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
      const reading = this.#beingRead(items);
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

  #beingRead(sources: DoraSourceStatus[]): string[] {
    const rolloutsRead = sources.some(
      ({ type, state }) => type === 'gitops' && state === 'ok',
    );
    const own = sources.filter(({ id }) => this.#repositorySources.has(id));
    // One that cannot be read says so on the page of data quality; the others have their history.
    const changesRead =
      own.length > 0 &&
      own.every(({ state }) => state === 'ok' || state === 'failing');
    return [
      ...(rolloutsRead ? [] : ['gitops']),
      ...(changesRead ? [] : ['git']),
    ];
  }

  #tellOnce(message: string) {
    if (!this.#told.has(message)) {
      this.#told.add(message);
      this.#logger.info(`Demo incidents and rollouts: ${message}`);
    }
  }
}

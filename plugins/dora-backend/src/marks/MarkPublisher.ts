import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ChangedFacts } from '../facts/EventRecorder';
import { toMarks } from './toMarks';

/** Topic on which deployments and incidents are told to whoever wants to know. */
const TOPIC = 'dora.deployment';

/** Older ones are of no use beside a burn-down; a backfill of years must not flood the topic. */
const NEWS_MS = 92 * 86_400_000;

/** Tells other plugins of production rollouts and incidents, and of those that there are no longer. */
export class MarkPublisher {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #appUrl: string | undefined;

  constructor(options: {
    events: EventsService;
    logger: LoggerService;
    /** Of the app; undefined where it is not configured. */
    appUrl: string | undefined;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#appUrl = options.appUrl?.replace(/\/+$/, '');
  }

  /** Never throws: facts are stored by then, and no mark may undo them. One after the other, oldest first. */
  async announce(
    changed: ChangedFacts,
    now: number = Date.now(),
  ): Promise<void> {
    const marks = toMarks({
      changed,
      since: now - NEWS_MS,
      appUrl: this.#appUrl,
    });
    try {
      for (const mark of marks) {
        await this.#events.publish({ topic: TOPIC, eventPayload: mark });
      }
    } catch (error) {
      this.#logger.warn(
        `${
          marks.length
        } deployments and incidents could not be told on '${TOPIC}': ${
          isError(error) ? error.message : error
        }`,
      );
    }
  }
}

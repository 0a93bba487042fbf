import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import type { EventRecorder } from '../facts/EventRecorder';
import { WEBHOOKS, webhookEvents } from './webhookEvents';

/**
 * Takes GitHub's webhooks from the host's events, whose GitHub module has checked their signatures. Those of
 * repositories that no component of the catalog has are left to the day when one has.
 */
export class GithubWebhooks {
  readonly #knex: Knex;
  readonly #recorder: Pick<EventRecorder, 'record'>;
  readonly #logger: LoggerService;
  readonly #incidentLabels: string[];

  constructor(options: {
    knex: Knex;
    recorder: Pick<EventRecorder, 'record'>;
    logger: LoggerService;
    incidentLabels: string[];
  }) {
    this.#knex = options.knex;
    this.#recorder = options.recorder;
    this.#logger = options.logger;
    this.#incidentLabels = options.incidentLabels;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'dora-github',
      topics: WEBHOOKS.map(name => `github.${name}`),
      onEvent: async ({ topic, eventPayload }) => {
        const name = WEBHOOKS.find(known => topic === `github.${known}`);
        if (name) {
          await this.#take(name, eventPayload);
        }
      },
    });
  }

  async #take(
    name: (typeof WEBHOOKS)[number],
    payload: unknown,
  ): Promise<void> {
    const taken = this.#read(name, payload);
    if (!taken || taken.events.length === 0) {
      return;
    }
    const directory = await ServiceDirectory.load(this.#knex);
    const key = directory.repositoryKey(taken.repository);
    if (key && directory.componentsIn(key).length > 0) {
      await this.#recorder.record({
        source: `github:${key}`,
        sourceType: 'github',
        events: taken.events,
      });
    }
  }

  /** Sending it again would not make it better, so what cannot be read is only logged. */
  #read(name: (typeof WEBHOOKS)[number], payload: unknown) {
    try {
      return webhookEvents({
        name,
        payload,
        incidentLabels: this.#incidentLabels,
      });
    } catch (error) {
      this.#logger.warn(
        `A webhook '${name}' of GitHub was left out, because it is not of the expected form`,
        { cause: error instanceof Error ? error.message.slice(0, 500) : '' },
      );
      return undefined;
    }
  }
}

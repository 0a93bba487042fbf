import { AuthenticationError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { IncomingHttpHeaders } from 'node:http';
import type { EventRecorder } from '../facts/EventRecorder';
import { parseJsonBody } from '../ingest/parseJsonBody';
import { SourceStore } from '../sources/SourceStore';
import { isSigned } from './isSigned';
import { parseWebhook } from './parseWebhook';

const SOURCE = 'pagerduty';

/** Takes V3 webhooks of PagerDuty. */
export class PagerdutyReceiver {
  readonly #knex: Knex;
  readonly #recorder: Pick<EventRecorder, 'record'>;
  readonly #sources: SourceStore;
  readonly #secrets: string[];

  constructor(options: {
    knex: Knex;
    recorder: Pick<EventRecorder, 'record'>;
    sources: SourceStore;
    /** Of the webhook subscriptions; without any, nothing is taken. */
    secrets: string[];
  }) {
    this.#knex = options.knex;
    this.#recorder = options.recorder;
    this.#sources = options.sources;
    this.#secrets = options.secrets;
  }

  /**
   * @throws AuthenticationError
   * @throws InputError that names the path of what is no webhook
   */
  async receive(request: {
    headers: IncomingHttpHeaders;
    body: Buffer;
  }): Promise<void> {
    const { body, headers } = request;
    const signatures = String(headers['x-pagerduty-signature'] ?? '');
    if (!isSigned({ body, signatures, secrets: this.#secrets })) {
      throw new AuthenticationError(
        'Expected a signature by one of the secrets in dora.pagerduty.secrets',
      );
    }
    const event = parseWebhook(parseJsonBody(body));
    if (event) {
      await this.#recorder.record({
        source: SOURCE,
        sourceType: SOURCE,
        events: [event],
      });
    }
    await this.#sources.seen(this.#knex, {
      id: SOURCE,
      type: SOURCE,
      at: Date.now(),
    });
  }
}

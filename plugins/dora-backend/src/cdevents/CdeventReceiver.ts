import type { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { IncomingHttpHeaders } from 'node:http';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import type { EventRecorder } from '../facts/EventRecorder';
import { EventPushers } from '../ingest/EventPushers';
import { SourceStore } from '../sources/SourceStore';
import { mapCdevent } from './mapCdevent';
import { parseCdevent } from './parseCdevent';
import { readCloudEvents } from './readCloudEvents';

const SOURCE = 'cdevents';

/** Takes CDEvents of those who may push them, all of a request or none. */
export class CdeventReceiver {
  readonly #knex: Knex;
  readonly #recorder: Pick<EventRecorder, 'record'>;
  readonly #pushers: EventPushers;
  readonly #sources: SourceStore;

  constructor(options: {
    knex: Knex;
    recorder: Pick<EventRecorder, 'record'>;
    pushers: EventPushers;
    sources: SourceStore;
  }) {
    this.#knex = options.knex;
    this.#recorder = options.recorder;
    this.#pushers = options.pushers;
    this.#sources = options.sources;
  }

  /**
   * @throws InputError that names index and path of the first event that is not valid
   * @throws NotAllowedError that names the caller and what it may not push for
   */
  async receive(request: {
    headers: IncomingHttpHeaders;
    body: Buffer;
    principal: BackstageServicePrincipal;
  }): Promise<{ accepted: number; duplicates: number }> {
    const data = readCloudEvents(request);
    const cdevents = data.map(event => parseCdevent(event.data, event.path));
    const directory = await ServiceDirectory.load(this.#knex);
    const events = cdevents.flatMap(
      cdevent => (cdevent && mapCdevent(cdevent, directory)) ?? [],
    );
    await this.#pushers.assertMayPush(this.#knex, {
      principal: request.principal,
      source: SOURCE,
      events,
      directory,
    });
    const { accepted, duplicates } = await this.#recorder.record({
      source: SOURCE,
      sourceType: SOURCE,
      events,
    });
    await this.#sources.seen(this.#knex, {
      id: SOURCE,
      type: SOURCE,
      at: Date.now(),
    });
    // What says nothing about delivery is not stored, and so never repeated.
    return { accepted: accepted + data.length - events.length, duplicates };
  }
}

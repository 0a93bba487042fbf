import { AuthenticationError } from '@backstage/errors';
import type { IncidentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import type { IncomingHttpHeaders } from 'node:http';
import { toInstant } from '../database/instants';
import type { EventRecorder } from '../facts/EventRecorder';
import { EventLog } from '../facts/log/EventLog';
import { isSameSecret } from '../ingest/isSameSecret';
import { parseJsonBody } from '../ingest/parseJsonBody';
import { SourceStore } from '../sources/SourceStore';
import type { AlertmanagerSettings } from './AlertmanagerSettings';
import { AlertGroup, alertGroupId, AlertStore } from './AlertStore';
import { Episode, findEpisodes } from './findEpisodes';
import { parseNotification } from './parseNotification';

const SOURCE = 'alertmanager';

/** Takes notifications of Alertmanager: one incident for each time that a group of alerts fires. */
export class AlertmanagerReceiver {
  readonly #knex: Knex;
  readonly #recorder: Pick<EventRecorder, 'record'>;
  readonly #sources: SourceStore;
  readonly #settings: AlertmanagerSettings;
  readonly #alerts = new AlertStore();
  readonly #log = new EventLog();

  constructor(options: {
    knex: Knex;
    recorder: Pick<EventRecorder, 'record'>;
    sources: SourceStore;
    settings: AlertmanagerSettings;
  }) {
    this.#knex = options.knex;
    this.#recorder = options.recorder;
    this.#sources = options.sources;
    this.#settings = options.settings;
  }

  /**
   * @throws AuthenticationError
   * @throws InputError that names the path of what is no notification
   */
  async receive(request: {
    headers: IncomingHttpHeaders;
    body: Buffer;
  }): Promise<void> {
    this.#assertAuthentic(request.headers.authorization);
    const { groupKey, alerts } = parseNotification(
      parseJsonBody(request.body),
      this.#settings,
    );
    if (alerts.length > 0) {
      const id = alertGroupId(groupKey);
      await this.#knex.transaction(tx => this.#alerts.add(tx, id, alerts));
      // Read after it was written: whoever is the last of several to write sees everything.
      await this.#record(id, await this.#alerts.group(this.#knex, id));
    }
    await this.#sources.seen(this.#knex, {
      id: SOURCE,
      type: SOURCE,
      at: Date.now(),
    });
  }

  #assertAuthentic(authorization: string | undefined): void {
    const { secret } = this.#settings;
    const [, scheme, value] =
      /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
    const given =
      scheme?.toLocaleLowerCase('en-US') === 'basic'
        ? Buffer.from(value, 'base64')
            .toString('utf8')
            .replace(/^[^:]*:/, '')
        : value;
    if (!secret || !given || !isSameSecret(given, secret)) {
      throw new AuthenticationError(
        'Expected the secret that dora.alertmanager.secret has, as bearer token or password',
      );
    }
  }

  async #record(groupId: string, group: AlertGroup): Promise<void> {
    const episodes = new Map(
      findEpisodes(group.alerts).map(episode => [
        episodeId(groupId, episode.startsAt),
        episode,
      ]),
    );
    const ids = new Set(
      group.alerts.map(({ startsAt }) => episodeId(groupId, startsAt)),
    );
    const logged = await this.#log.revisionsOf<IncidentEvent>(
      this.#knex,
      SOURCE,
      [...ids],
    );
    const newest = new Map(
      logged
        .sort((a, b) => a.revision - b.revision)
        .map(({ event }) => [event.id, event]),
    );
    const events = [...ids].flatMap(id => {
      const before = newest.get(id);
      const episode = episodes.get(id);
      if (!episode && (!before || before.retracted)) {
        return [];
      }
      const event = toIncident(id, group.revision, episode);
      return before && isSame(before, event) ? [] : [event];
    });
    if (events.length > 0) {
      await this.#recorder.record({
        source: SOURCE,
        sourceType: SOURCE,
        events,
      });
    }
  }
}

function episodeId(groupId: string, startsAt: number): string {
  return `${groupId} ${toInstant(startsAt)}`;
}

/** Without an episode: an alert before it turned out to touch it, and the incident is that one's. */
function toIncident(
  id: string,
  revision: number,
  episode: Episode | undefined,
): IncidentEvent {
  if (!episode) {
    return { type: 'incident', id, revision, services: [], retracted: true };
  }
  const first = <K extends keyof Details>(key: K) =>
    episode.alerts.map(({ details }) => details[key]).find(Boolean);
  const services = episode.alerts.flatMap(({ details }) =>
    details.service ? [details.service] : [],
  );
  const severity = first('severity');
  const environment = first('environment');
  const url = first('url');
  return {
    type: 'incident',
    id,
    revision,
    services: [...new Set(services)]
      .sort()
      .slice(0, 50)
      .map(value => ({ by: 'name', value })),
    title: first('title'),
    ...(severity && { severity }),
    ...(environment && { environment }),
    ...(url && { url }),
    openedAt: toInstant(episode.startsAt),
    resolvedAt: episode.endsAt === null ? null : toInstant(episode.endsAt),
  };
}

type Details = Episode['alerts'][number]['details'];

function isSame(a: IncidentEvent, b: IncidentEvent): boolean {
  const content = ({ revision: _, ...event }: IncidentEvent) =>
    JSON.stringify(Object.entries(event).sort());
  return content(a) === content(b);
}

import type { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { PusherPolicy } from '@golden-path/backstage-http-api';
import type {
  DoraEvent,
  ServiceSubject,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { ServiceDirectory } from '../directory/ServiceDirectory';

/** What an event is about, and the components that this stands for. */
interface Concern {
  name: string;
  entityRefs: string[];
}

/** Who may push which events: for all that they are about, or not at all. */
export class EventPushers {
  readonly #policy: PusherPolicy;

  constructor(policy: PusherPolicy) {
    this.#policy = policy;
  }

  /** @throws NotAllowedError that names the subject and what it may not push for */
  async assertMayPush(
    db: Knex,
    options: {
      principal: BackstageServicePrincipal;
      source: string;
      events: DoraEvent[];
      directory: ServiceDirectory;
    },
  ): Promise<void> {
    const { principal, source, events, directory } = options;
    if (this.#policy.mayPushAll(principal)) {
      return;
    }
    const incidents = await incidentServices(db, source, events);
    const entityRefs = new Set<string>();
    for (const event of events) {
      for (const concern of concernsOf(event, directory, incidents)) {
        if (concern.entityRefs.length === 0) {
          throw new NotAllowedError(
            `Subject '${principal.subject}' may not push events for '${concern.name}', which is no component of the catalog; expected an entry for '*' in dora.pushers`,
          );
        }
        concern.entityRefs.forEach(ref => entityRefs.add(ref));
      }
    }
    this.#policy.assertMayPush(
      principal,
      [...entityRefs].map(entityRef => ({
        entityRef,
        sourceUrl: directory.sourceUrl(entityRef),
      })),
    );
  }
}

/** Services of each incident, by what is pushed and by what was before: nobody ends the incident of another. */
async function incidentServices(
  db: Knex,
  source: string,
  events: DoraEvent[],
): Promise<Map<string, ServiceSubject[]>> {
  const pushed = events.filter(event => event.type === 'incident');
  const ids = [...new Set(pushed.map(event => event.id))];
  const known: DoraEvent[] = [];
  for (const batch of inBatches(ids)) {
    const payloads: string[] = await db('dora_events')
      .where('source', source)
      .whereIn('external_id', batch)
      .pluck('payload');
    known.push(...payloads.map(payload => JSON.parse(payload)));
  }
  const services = new Map<string, ServiceSubject[]>();
  for (const event of [...known, ...pushed]) {
    if (event.type === 'incident') {
      services.set(event.id, [
        ...(services.get(event.id) ?? []),
        ...event.services,
      ]);
    }
  }
  return services;
}

function concernsOf(
  event: DoraEvent,
  directory: ServiceDirectory,
  incidents: Map<string, ServiceSubject[]>,
): Concern[] {
  const ofService = (service: ServiceSubject): Concern => {
    const ref = directory.resolve(service);
    return { name: service.value, entityRefs: ref ? [ref] : [] };
  };
  switch (event.type) {
    case 'deployment':
      return [ofService(event.service)];
    case 'incident': {
      const services = incidents.get(event.id) ?? [];
      return services.length > 0
        ? services.map(ofService)
        : [{ name: event.id, entityRefs: [] }];
    }
    default: {
      const key = directory.repositoryKey(event.repository);
      return [
        {
          name: event.repository,
          entityRefs: key ? directory.componentsIn(key) : [],
        },
      ];
    }
  }
}

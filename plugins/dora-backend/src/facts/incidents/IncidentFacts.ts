import type {
  DoraEvent,
  IncidentEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { ServiceDirectory } from '../../directory/ServiceDirectory';
import type { EventLog, LoggedEvent } from '../log/EventLog';
import type { Incident } from './Incident';
import type { IncidentStore } from './IncidentStore';
import { incidentId, mergeIncident } from './mergeIncident';

/** Incidents as they were and as they are now. */
export interface TouchedIncidents {
  before: Incident[];
  after: Incident[];
  gone: string[];
}

/** Keeps incidents as the log says. */
export class IncidentFacts {
  readonly #log: EventLog;
  readonly #incidents: IncidentStore;
  readonly #isProduction: (environment: string) => boolean;

  constructor(options: {
    log: EventLog;
    incidents: IncidentStore;
    isProduction: (environment: string) => boolean;
  }) {
    this.#log = options.log;
    this.#incidents = options.incidents;
    this.#isProduction = options.isProduction;
  }

  /** Finds what incidents of a source are by now, without writing it. */
  async find(
    tx: Knex.Transaction,
    source: string,
    accepted: DoraEvent[],
    directory: ServiceDirectory,
  ): Promise<TouchedIncidents> {
    const ids = [
      ...new Set(
        accepted.flatMap(event =>
          event.type === 'incident' ? [event.id] : [],
        ),
      ),
    ];
    if (ids.length === 0) {
      return { before: [], after: [], gone: [] };
    }
    const groups = new Map<string, LoggedEvent<IncidentEvent>[]>();
    for (const one of await this.#log.revisionsOf<IncidentEvent>(
      tx,
      source,
      ids,
    )) {
      groups.set(one.event.id, [...(groups.get(one.event.id) ?? []), one]);
    }
    const after = [...groups.values()].flatMap(
      events =>
        mergeIncident({
          events,
          isProduction: this.#isProduction,
          resolve: service => directory.resolve(service),
        }) ?? [],
    );
    const keys = ids.map(id => incidentId(source, id));
    const present = new Set(after.map(({ id }) => id));
    return {
      before: await this.#incidents.byIds(tx, keys),
      after,
      gone: keys.filter(id => !present.has(id)),
    };
  }

  /** Lets incidents be of production, or not, as the settings say; returns those that were otherwise. */
  async judge(tx: Knex.Transaction): Promise<Incident[]> {
    return this.#incidents.judge(tx, this.#isProduction);
  }

  async write(
    tx: Knex.Transaction,
    { after, gone }: TouchedIncidents,
    ownerOf: (entityRef: string, at: number) => string | null,
  ): Promise<void> {
    await this.#incidents.save(tx, { incidents: after, gone, ownerOf });
  }
}

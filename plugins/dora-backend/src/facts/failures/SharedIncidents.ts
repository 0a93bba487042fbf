import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import type { TouchedServices } from '../derive/TouchedServices';
import { groupBy } from '../groupBy';
import type { EventRow } from '../log/EventRow';

/**
 * Incidents of several services. One that names a rollout of one of them is explained by it: the others are not to
 * blame for having been rolled out shortly before. Goes by the log, not by facts, so that no service has to be derived
 * before another one.
 */
export class SharedIncidents {
  readonly #isProduction: (environment: string) => boolean;

  constructor(options: { isProduction: (environment: string) => boolean }) {
    this.#isProduction = options.isProduction;
  }

  /** Which services of incidents have a rollout that the incident names, by its id. */
  async named(db: Knex, ids: string[]): Promise<Map<string, Set<string>>> {
    const found = new Map<string, Set<string>>();
    for (const batch of inBatches(ids)) {
      const rows = await this.#shared(db)
        .whereIn('i.id', batch)
        .join('dora_events as e', 'e.entity_ref', 's.entity_ref')
        .where('e.type', 'deployment')
        .where('e.superseded', false)
        .where(either =>
          either
            .whereRaw('e.external_id = i.names_deployment')
            .orWhereRaw('e.deployment_id = i.names_deployment')
            .orWhere(same =>
              same
                .whereRaw('e.version = i.names_version')
                .whereRaw('e.at <= i.opened_at'),
            ),
        )
        .select('i.id', 'i.names_deployment', 's.entity_ref')
        .select('e.external_id', 'e.deployment_id', 'e.payload');
      for (const row of rows) {
        if (this.#isRollout(row)) {
          const refs = found.get(row.id) ?? new Set();
          found.set(row.id, refs.add(row.entity_ref));
        }
      }
    }
    return found;
  }

  /** Adds the services of incidents that may name one of the rollouts, of another one of their services. */
  async touch(
    db: Knex,
    services: TouchedServices,
    rollouts: EventRow[],
  ): Promise<void> {
    const known = rollouts.filter(({ entity_ref: ref }) => ref !== null);
    const byRef = groupBy(known, ({ entity_ref: ref }) => ref!);
    await this.#touch(db, services, [...byRef.keys()], incident =>
      byRef.get(incident.entity_ref)!.some(row => mayName(incident, row)),
    );
  }

  /** Adds the services of incidents that name something, where another one of their services has other rollouts now. */
  async touchAll(
    db: Knex,
    services: TouchedServices,
    entityRefs: string[],
  ): Promise<void> {
    await this.#touch(db, services, entityRefs, () => true);
  }

  async #touch(
    db: Knex,
    services: TouchedServices,
    entityRefs: string[],
    isConcerned: (incident: Record<string, any>) => boolean,
  ) {
    const openings = new Map<string, number>();
    for (const batch of inBatches(entityRefs)) {
      const rows = await this.#shared(db)
        .whereIn('s.entity_ref', batch)
        .select('i.*', 's.entity_ref');
      rows
        .filter(isConcerned)
        .forEach(row => openings.set(row.id, Number(row.opened_at)));
    }
    for (const batch of inBatches([...openings.keys()])) {
      const rows = await db('dora_incident_services').whereIn(
        'incident_id',
        batch,
      );
      rows.forEach(row =>
        services.add(row.entity_ref, openings.get(row.incident_id)!),
      );
    }
  }

  #isRollout(row: Record<string, any>): boolean {
    const event: DeploymentEvent = JSON.parse(row.payload);
    const isById = [row.external_id, row.deployment_id].includes(
      row.names_deployment,
    );
    return (
      !event.retracted &&
      (event.kind === undefined || event.kind === 'rollback') &&
      (isById || event.outcome === 'success') &&
      this.#isProduction(event.environment)
    );
  }

  /** Incidents (`i`) that name something, with their services (`s`), of which there are several. */
  #shared(db: Knex) {
    return db
      .from('dora_incident_services as s')
      .join('dora_incidents as i', 'i.id', 's.incident_id')
      .where('i.production', true)
      .where(names =>
        names
          .whereNotNull('i.names_deployment')
          .orWhereNotNull('i.names_version'),
      )
      .whereExists(
        db('dora_incident_services as o')
          .whereRaw('o.incident_id = s.incident_id')
          .whereRaw('o.entity_ref <> s.entity_ref')
          .select(db.raw('1')),
      );
  }
}

function mayName(incident: Record<string, any>, row: EventRow): boolean {
  const { names_deployment: deployment, names_version: version } = incident;
  return (
    (deployment !== null &&
      [row.external_id, row.deployment_id].includes(deployment)) ||
    (version !== null &&
      // What a revision replaces may have been another version, at another time.
      (row.revision > 0 ||
        (row.version === version && row.at <= Number(incident.opened_at))))
  );
}

import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { lookUp } from '../../database/lookUp';
import type { Incident } from './Incident';

/** An incident as one of its services sees it. */
export interface ServiceIncident extends Incident {
  entityRef: string;
}

/** Incidents and the services they concern. Every method takes the transaction it works in. */
export class IncidentStore {
  async byIds(db: Knex, ids: string[]): Promise<Incident[]> {
    const incidents: Incident[] = [];
    for (const batch of inBatches([...new Set(ids)])) {
      const rows = await db('dora_incidents').whereIn('id', batch);
      const services = await db('dora_incident_services').whereIn(
        'incident_id',
        batch,
      );
      incidents.push(
        ...rows.map(row =>
          incidentFromRow(
            row,
            services
              .filter(service => service.incident_id === row.id)
              .map(service => service.entity_ref),
          ),
        ),
      );
    }
    return incidents;
  }

  /** Production incidents of services that opened from an instant on, or that name a deployment or a version. */
  async ofServices(
    db: Knex,
    services: { entityRef: string; from: number }[],
  ): Promise<ServiceIncident[]> {
    const rows = await lookUp(db, {
      columns: { entity_ref: 'text', since: 'bigint' },
      values: services.map(({ entityRef, from }) => [entityRef, from]),
      table: 'dora_incident_services as s',
      select: ['i.*', 's.entity_ref'],
      where: concerned =>
        concerned
          .join('dora_incidents as i', 'i.id', 's.incident_id')
          .whereRaw('s.entity_ref = wanted.entity_ref')
          .where('i.production', true)
          .andWhere(query =>
            query
              .whereRaw('s.opened_at >= wanted.since')
              .orWhereNotNull('i.names_deployment')
              .orWhereNotNull('i.names_version'),
          ),
    });
    return rows.map(row => ({
      ...incidentFromRow(row, [row.entity_ref]),
      entityRef: row.entity_ref,
    }));
  }

  /** Stores anew which incidents are of production; returns those that were stored otherwise, as they are now. */
  async judge(
    tx: Knex.Transaction,
    isProduction: (environment: string) => boolean,
  ): Promise<Incident[]> {
    const judged: { environment: string; production: boolean }[] = await tx(
      'dora_incidents',
    )
      .whereNotNull('environment')
      .distinct('environment', 'production');
    const ids: string[] = [];
    for (const { environment, production } of judged) {
      if (Boolean(production) !== isProduction(environment)) {
        const those = { environment, production };
        ids.push(...(await tx('dora_incidents').where(those).pluck('id')));
      }
    }
    const found = await this.byIds(tx, ids);
    for (const batch of inBatches(found)) {
      await tx('dora_incidents')
        .whereIn(
          'id',
          batch.map(({ id }) => id),
        )
        .update({ production: tx.raw('not production') });
    }
    return found.map(one => ({ ...one, production: !one.production }));
  }

  async save(
    tx: Knex.Transaction,
    options: {
      incidents: Incident[];
      gone: string[];
      ownerOf: (entityRef: string, at: number) => string | null;
    },
  ): Promise<void> {
    const { incidents, gone, ownerOf } = options;
    const all = [...incidents.map(({ id }) => id), ...gone];
    for (const batch of inBatches(all)) {
      await tx('dora_incident_services').whereIn('incident_id', batch).delete();
    }
    for (const batch of inBatches(gone)) {
      await tx('dora_incidents').whereIn('id', batch).delete();
    }
    for (const batch of inBatches(incidents)) {
      await tx('dora_incidents')
        .insert(batch.map(incidentToRow))
        .onConflict('id')
        .merge();
    }
    const services = incidents.flatMap(({ id, entityRefs, openedAt }) =>
      entityRefs.map(entityRef => ({
        incident_id: id,
        entity_ref: entityRef,
        owner_ref: ownerOf(entityRef, openedAt),
        opened_at: openedAt,
      })),
    );
    for (const batch of inBatches(services)) {
      await tx('dora_incident_services').insert(batch);
    }
  }
}

function incidentFromRow(
  row: Record<string, any>,
  entityRefs: string[],
): Incident {
  return {
    id: row.id,
    source: row.source,
    externalId: row.external_id,
    title: row.title,
    severity: row.severity,
    environment: row.environment,
    production: Boolean(row.production),
    openedAt: Number(row.opened_at),
    resolvedAt: row.resolved_at === null ? null : Number(row.resolved_at),
    url: row.url,
    namesDeployment: row.names_deployment,
    namesVersion: row.names_version,
    demo: Boolean(row.demo),
    entityRefs,
  };
}

function incidentToRow(incident: Incident) {
  return {
    id: incident.id,
    source: incident.source,
    external_id: incident.externalId,
    title: incident.title,
    severity: incident.severity,
    environment: incident.environment,
    production: incident.production,
    opened_at: incident.openedAt,
    resolved_at: incident.resolvedAt,
    url: incident.url,
    names_deployment: incident.namesDeployment,
    names_version: incident.namesVersion,
    demo: incident.demo,
  };
}

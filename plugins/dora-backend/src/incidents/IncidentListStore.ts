import type { Incident } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import type { Span } from '../metrics/LocalCalendar';
import type { PagePlace } from '../schemas/keyset';
import { withinScope, type Scope } from '../scope/Scope';

/** Reads production incidents as people see them. */
export class IncidentListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that were open at some time of the window, by their opening, newest first. */
  async list(options: {
    scope: Scope;
    window: Span;
    after?: PagePlace;
    limit: number;
  }): Promise<{ item: Incident; place: PagePlace }[]> {
    const { scope, window, after } = options;
    const query = this.#knex('dora_incidents')
      .where('production', true)
      .where('opened_at', '<', window.to)
      .where(open =>
        open.whereNull('resolved_at').orWhere('resolved_at', '>=', window.from),
      )
      .orderBy([
        { column: 'opened_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit);
    if (scope.kind !== 'all') {
      query.whereIn(
        'id',
        withinScope(
          this.#knex('dora_incident_services').select('incident_id'),
          scope,
          'dora_incident_services',
        ),
      );
    }
    if (after) {
      query
        .where('opened_at', '<=', after.at)
        .where(either =>
          either.where('opened_at', '<', after.at).orWhere('id', '<', after.id),
        );
    }
    const rows = await query;
    const services: { incident_id: string; entity_ref: string }[] =
      await this.#knex('dora_incident_services')
        .whereIn(
          'incident_id',
          rows.map(({ id }) => id),
        )
        .orderBy('entity_ref')
        .select('incident_id', 'entity_ref');
    return rows.map(row => ({
      place: { at: Number(row.opened_at), id: row.id },
      item: {
        id: row.id,
        title: row.title,
        source: row.source,
        severity: row.severity,
        entityRefs: services
          .filter(service => service.incident_id === row.id)
          .map(service => service.entity_ref),
        environment: row.environment,
        openedAt: toInstant(Number(row.opened_at)),
        resolvedAt:
          row.resolved_at === null ? null : toInstant(Number(row.resolved_at)),
        ...(row.url !== null && { url: row.url }),
        demo: Boolean(row.demo),
      },
    }));
  }
}

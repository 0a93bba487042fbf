import type { Knex } from 'knex';
import type { Scope } from '../scope/Scope';
import { withinScope } from '../scope/Scope';
import type { Span } from './LocalCalendar';

/** A production incident, as far as time to restore needs it; ms. */
export interface IncidentTimes {
  openedAt: number;
  resolvedAt: number | null;
}

/**
 * Reads production incidents from the facts, not from rollups: there are few, and one that concerns services of
 * several teams is one.
 */
export class IncidentReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Incidents that were opened or resolved in the span. */
  async read(options: { scope: Scope; span: Span }): Promise<IncidentTimes[]> {
    const { scope, span } = options;
    const query = this.#knex('dora_incidents')
      .where('dora_incidents.production', true)
      .where(either =>
        either
          .whereBetween('dora_incidents.opened_at', [span.from, span.to - 1])
          .orWhereBetween('dora_incidents.resolved_at', [
            span.from,
            span.to - 1,
          ]),
      )
      .select('dora_incidents.opened_at', 'dora_incidents.resolved_at');
    if (scope.kind !== 'all') {
      query.whereExists(
        withinScope(
          this.#knex('dora_incident_services')
            .whereRaw('dora_incident_services.incident_id = dora_incidents.id')
            .select(this.#knex.raw('1')),
          scope,
          'dora_incident_services',
        ),
      );
    }
    const rows = await query;
    return rows.map(row => ({
      openedAt: Number(row.opened_at),
      resolvedAt: row.resolved_at === null ? null : Number(row.resolved_at),
    }));
  }
}

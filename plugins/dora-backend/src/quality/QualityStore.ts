import type { Knex } from 'knex';
import { notDeployedYet } from '../changes/notDeployedYet';
import { inProduction } from '../database/inProduction';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import { servicesWithin } from '../scope/servicesWithin';

/** A subject of events that maps to no component. */
export interface UnknownService {
  /** How the source names it, `by:value`. */
  subject: string;
  n: number;
}

/** Reads what findings are made of, beyond the counts of facts. */
export class QualityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Services that were deployed to production, and those of them that no source of incidents ever named. */
  async services(
    scope: Scope,
  ): Promise<{ deployed: number; withoutIncidents: number }> {
    const row = await servicesWithin(this.#knex, scope)
      .whereExists(
        this.#knex('dora_deployments')
          .whereRaw('dora_deployments.entity_ref = dora_services.entity_ref')
          .whereRaw(inProduction())
          .select('id'),
      )
      .select({
        deployed: this.#knex.raw('count(*)'),
        without: this.#knex.raw(
          'count(case when not exists (select 1 from dora_incident_services i where i.entity_ref = dora_services.entity_ref) then 1 end)',
        ),
      })
      .first();
    return {
      deployed: Number(row?.deployed ?? 0),
      withoutIncidents: Number(row?.without ?? 0),
    };
  }

  /** Changes merged in the window that production has not got yet. */
  async notDeployedYet(scope: Scope, window: Span): Promise<number> {
    const [row] = await notDeployedYet(this.#knex, scope, window).countDistinct(
      'c.id as n',
    );
    return Number(row.n);
  }

  /** Subjects of deployments and incidents in the window that map to nothing, the most frequent first. */
  async unknownServices(window: Span): Promise<UnknownService[]> {
    const rows = await this.#knex<{ subject: string }>('dora_events')
      .whereNull('entity_ref')
      .whereIn('type', ['deployment', 'incident'])
      .where('superseded', false)
      .whereNotNull('subject')
      .where('at', '>=', window.from)
      .where('at', '<', window.to)
      .groupBy('subject')
      .select('subject')
      .count({ n: '*' })
      .orderBy([{ column: 'n', order: 'desc' }, 'subject']);
    return rows.map(row => ({
      subject: String(row.subject),
      n: Number(row.n),
    }));
  }

  async failingSources(): Promise<{ id: string; error: string | null }[]> {
    return this.#knex('dora_sources')
      .where('state', 'failing')
      .orderBy('id')
      .select('id', 'error');
  }
}

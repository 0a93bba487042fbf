import type { Knex } from 'knex';
import { inProduction } from '../database/inProduction';
import { valuesTable } from '../database/valuesTable';
import { withinScope, type Scope } from '../scope/Scope';
import { undatedKinds } from './undatedKinds';

/** Finds out since when something is known about a scope. */
export class ObservationReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The first finish of a production deployment or opening of a production incident; ms. */
  async observedFrom(scope: Scope): Promise<number | null> {
    const instants = await Promise.all([
      this.#firstDeployment(scope),
      this.#firstIncident(scope),
    ]);
    const known = instants.filter(instant => instant !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  async #firstDeployment(scope: Scope): Promise<number | null> {
    const dated = () =>
      this.#knex('dora_deployments').whereNotIn('kind', undatedKinds);
    const first = () => dated().orderBy('finished_at').limit(1);
    let rows: { at: number | string | null }[];
    switch (scope.kind) {
      case 'all':
        rows = await first()
          .where('production', true)
          .select('finished_at as at');
        break;
      case 'services':
        // Grouped, so that no planner walks through the time of all services to find the minimum.
        rows = await withinScope(dated(), scope, 'dora_deployments')
          .whereRaw(inProduction())
          .groupBy('entity_ref')
          .min('finished_at as at');
        break;
      default:
        // One look into an index for each owner: the minimum over all of them would read all their rows.
        rows = await this.#knex
          .with('owners', this.#ownersTable(scope.owners))
          .from('owners')
          .select({
            at: first()
              .whereRaw('dora_deployments.owner_ref = owners.ref')
              .whereRaw(inProduction())
              .select('finished_at'),
          });
    }
    const found = rows.flatMap(({ at }) => (at === null ? [] : [Number(at)]));
    return found.length === 0 ? null : Math.min(...found);
  }

  #ownersTable(owners: string[]): Knex.Raw {
    const rows = owners.map(owner => [owner]);
    return valuesTable(this.#knex, 'owners', { ref: 'text' }, rows);
  }

  async #firstIncident(scope: Scope): Promise<number | null> {
    const row = await withinScope(
      this.#knex('dora_incidents')
        .join(
          'dora_incident_services',
          'dora_incident_services.incident_id',
          'dora_incidents.id',
        )
        .where('dora_incidents.production', true),
      scope,
      'dora_incident_services',
    )
      .orderBy('dora_incidents.opened_at')
      .first('dora_incidents.opened_at');
    return row ? Number(row.opened_at) : null;
  }
}

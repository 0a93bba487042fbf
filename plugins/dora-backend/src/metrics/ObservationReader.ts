import type { Knex } from 'knex';
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

  /** One look into an index for each owner or service: the minimum over all of them would read all their rows. */
  async #firstDeployment(scope: Scope): Promise<number | null> {
    const first = () =>
      this.#knex('dora_deployments')
        .where('production', true)
        .whereNotIn('kind', undatedKinds)
        .orderBy('finished_at')
        .limit(1);
    if (scope.kind === 'all') {
      const row = await first().first('finished_at');
      return row ? Number(row.finished_at) : null;
    }
    if (scope.kind === 'services') {
      const row = await withinScope(
        this.#knex('dora_deployments')
          .where('production', true)
          .whereNotIn('kind', undatedKinds),
        scope,
        'dora_deployments',
      )
        .min('finished_at as at')
        .first();
      return row?.at === null || row?.at === undefined ? null : Number(row.at);
    }
    const owners = valuesTable(
      this.#knex,
      'owners',
      { ref: 'text' },
      scope.owners.map(owner => [owner]),
    );
    const rows = await this.#knex
      .with('owners', owners)
      .from('owners')
      .select({
        at: first()
          .whereRaw('dora_deployments.owner_ref = owners.ref')
          .select('finished_at'),
      });
    const found = rows.flatMap(row =>
      row.at === null ? [] : [Number(row.at)],
    );
    return found.length === 0 ? null : Math.min(...found);
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

import type { Knex } from 'knex';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import { servicesWithin } from '../scope/servicesWithin';

/**
 * Changes merged in the window that no production deployment of a service contains, as rows of `dora_changes` (c).
 * That a change was never shipped is not enough: what was there before the first known deployment was not shipped by
 * any.
 */
export function notDeployedYet(
  knex: Knex,
  scope: Scope,
  window: Span,
): Knex.QueryBuilder {
  return knex('dora_changes as c')
    .where('c.merged_at', '>=', window.from)
    .where('c.merged_at', '<', window.to)
    .whereNotNull('c.position')
    .whereNotExists(
      knex('dora_shipped as h')
        .whereRaw('h.change_id = c.id')
        .select('h.change_id'),
    )
    .whereExists(waitingServices(knex, scope).select('entity_ref'));
}

/** Services of the change's repository that production does not have it of; correlated with c. */
export function waitingServices(knex: Knex, scope: Scope): Knex.QueryBuilder {
  return servicesWithin(knex, scope)
    .whereRaw('dora_services.repository = c.repository')
    .whereNotExists(
      knex('dora_deployments as d')
        .whereRaw('d.entity_ref = dora_services.entity_ref')
        .where('d.production', true)
        .whereRaw('d.high_water >= c.position')
        .select('d.id'),
    );
}

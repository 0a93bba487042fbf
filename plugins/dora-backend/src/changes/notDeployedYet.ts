import type { Knex } from 'knex';
import { inProduction } from '../database/inProduction';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import { servicesWithin } from '../scope/servicesWithin';

/**
 * Changes merged in the window that no production deployment of their service contains, as rows of `dora_changes` (c)
 * and `dora_services` (s). That a change was never shipped is not enough: what was there before the first known
 * deployment was not shipped by any.
 */
export function notDeployedYet(
  knex: Knex,
  scope: Scope,
  window: Span,
): Knex.QueryBuilder {
  // SQLite would go from each service to all of its changes; the plus keeps it to the changes of the window.
  const repository = /sqlite/.test(knex.client.config.client)
    ? '+c.repository'
    : 'c.repository';
  return knex('dora_changes as c')
    .join(
      servicesWithin(knex, scope)
        .whereNotNull('repository')
        .select('entity_ref', 'repository')
        .as('s'),
      's.repository',
      knex.raw(repository),
    )
    .where('c.merged_at', '>=', window.from)
    .where('c.merged_at', '<', window.to)
    .whereNotNull('c.position')
    .whereNotExists(
      knex('dora_shipped as h')
        .whereRaw('h.change_id = c.id')
        .select('h.change_id'),
    )
    .whereNotExists(
      knex('dora_deployments as d')
        .whereRaw('d.entity_ref = s.entity_ref')
        .whereRaw(inProduction('d'))
        .whereRaw('d.high_water >= c.position')
        .select('d.id'),
    );
}

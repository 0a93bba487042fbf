import type { Knex } from 'knex';
import type { Scope } from './Scope';

/** The services of a scope that the catalog has, with who owns them now. */
export function servicesWithin(knex: Knex, scope: Scope): Knex.QueryBuilder {
  const services = knex('dora_services').whereNull('dora_services.removed_at');
  switch (scope.kind) {
    case 'owners':
      return services.whereIn('dora_services.owner_ref', scope.owners);
    case 'services':
      return services.whereIn('dora_services.entity_ref', scope.entityRefs);
    default:
      return services;
  }
}

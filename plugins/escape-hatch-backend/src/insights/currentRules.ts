import type { Knex } from 'knex';
import type { EscapeHatchSettings } from '../settings';

/**
 * Rules of requests as `waived` (`request_id`, `rule`), by their ids of now where they were asked for by old ones.
 * Rules that are no more are left out.
 */
export function currentRules(
  knex: Knex,
  settings: Pick<EscapeHatchSettings, 'rules'>,
): Knex.QueryBuilder {
  const names = [...settings.rules.values()].flatMap(({ id, aliases }) =>
    [id, ...aliases].map(name => [name, id]),
  );
  return knex
    .distinct('waived.request_id', 'known.id as rule')
    .from('escape_hatch_request_rules as waived')
    .join(
      knex
        .unionAll(
          names.map(([name, id]) =>
            knex.select(
              knex.raw('cast(? as varchar(63)) as name', [name]),
              knex.raw('cast(? as varchar(63)) as id', [id]),
            ),
          ),
        )
        .as('known'),
      'known.name',
      'waived.rule',
    )
    .as('waived');
}

import type { RequestPhase } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';

/** Requests in one of the phases at an instant: `phaseOf` in SQL. */
export function wherePhases(
  query: Knex.QueryBuilder,
  phases: RequestPhase[],
  now: number,
): void {
  for (const phase of phases) {
    query.orWhere(part => {
      switch (phase) {
        case 'expired':
          part.where('status', 'approved').where('expires_at', '<=', now);
          break;
        case 'active':
          part
            .where('status', 'approved')
            .where('expires_at', '>', now)
            .where('active_from', '<=', now);
          break;
        case 'scheduled':
          part
            .where('status', 'approved')
            .where('expires_at', '>', now)
            .where('active_from', '>', now);
          break;
        default:
          part.where('status', phase);
      }
    });
  }
}

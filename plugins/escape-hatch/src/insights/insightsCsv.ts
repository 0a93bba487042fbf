import type { Insights } from '@golden-path/backstage-plugin-escape-hatch-common';
import { toCsv } from '../download/toCsv';

/** The demand per rule as a table; its words are those of the API, whatever the reader's language. */
export function insightsCsv({ rules }: Insights): string {
  return toCsv([
    [
      'rule',
      'title',
      'teams',
      'requests',
      'active',
      'services',
      'signal',
      'owners',
    ],
    ...rules.map(demand => [
      demand.rule,
      demand.title,
      demand.owners.length,
      demand.requests,
      demand.active,
      demand.services.length,
      demand.signal ?? '',
      demand.owners.join(' '),
    ]),
  ]);
}

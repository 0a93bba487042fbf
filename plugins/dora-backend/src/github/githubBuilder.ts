import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import { z } from 'zod';
import { parseEntry } from '../sources/parseEntry';
import { readSchedule } from '../sources/readSchedule';
import type { SourceBuilder } from '../sources/SourceBuilder';
import { GithubSources } from './GithubSources';

/** From when on a first pass collects, where nothing else is said. */
const DEFAULT_SINCE = '2020-01-01T00:00:00Z';

const schema = z.strictObject({
  type: z.literal('github'),
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'expected a date or an instant such as 2025-03-01',
    })
    .transform(text => new Date(text).toISOString())
    .default(DEFAULT_SINCE),
  schedule: z.unknown().optional(),
});

/** Makes the sources of type `github`. */
export function githubBuilder(deps: {
  knex: Knex;
  integrations: ScmIntegrationRegistry;
  incidentLabels: string[];
}): SourceBuilder {
  return entry => {
    const { since } = parseEntry(schema, entry);
    return [
      new GithubSources({
        ...deps,
        since,
        schedule: readSchedule(entry.config, { minutes: 10 }),
      }),
    ];
  };
}

import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { checkBranch } from '../../git/checkBranch';
import { parseEntry } from '../parseEntry';
import { readSchedule } from '../readSchedule';
import type { SourceBuilder } from '../SourceBuilder';
import { LocalFolders } from './LocalFolders';
import { RepositorySources } from './RepositorySources';
import { RepositoryStore } from './RepositoryStore';

const schema = z.strictObject({
  type: z.literal('git'),
  branch: z
    .string()
    .refine(name => checkBranch(name) === undefined, {
      error: ({ input }) =>
        `expected ${checkBranch(`${input}`)}, got '${input}'`,
    })
    .optional(),
  localFolders: z
    .array(
      z.string().refine(isAbsolute, 'expected the absolute path of a folder'),
    )
    .optional(),
  schedule: z.unknown().optional(),
});

/** Makes the sources of type `git`. */
export function gitBuilder(deps: {
  knex: Knex;
  integrations: ScmIntegrationRegistry;
  /** Folder of the mirrors. */
  workDirectory: string;
}): SourceBuilder {
  return entry => {
    const { branch, localFolders } = parseEntry(schema, entry);
    return [
      new RepositorySources({
        ...deps,
        store: new RepositoryStore(deps.knex),
        schedule: readSchedule(entry.config, { minutes: 5 }),
        folders: new LocalFolders(localFolders),
        branch,
      }),
    ];
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { EventRecorder } from '../facts/EventRecorder';
import { CollectSources } from './CollectSources';
import { gitBuilder } from './git/gitBuilder';
import { gitOpsBuilder } from './gitops/gitOpsBuilder';
import { readConfiguredSources } from './readConfiguredSources';
import type { SourceBuilder } from './SourceBuilder';
import { SourceStore } from './SourceStore';

const WORK_DIRECTORY = 'dora.workDirectory';

/**
 * All sources that are collected: those of `dora.sources`, then those that modules added.
 *
 * @throws InputError where the configuration makes no sense; the message names the key
 */
export function createSources(options: {
  config: Config;
  knex: Knex;
  logger: LoggerService;
  recorder: Pick<EventRecorder, 'record'>;
  store: SourceStore;
  /** Of the other types, by type. */
  builders: Record<string, SourceBuilder>;
  added: DoraSource[];
}): CollectSources {
  const { config, knex, builders, added } = options;
  const workDirectory =
    config.getOptionalString(WORK_DIRECTORY) ??
    join(tmpdir(), `golden-path-dora-${process.getuid?.() ?? 'mirrors'}`);
  if (!isAbsolute(workDirectory)) {
    throw new Error(
      `${WORK_DIRECTORY}: expected an absolute path, got '${workDirectory}'`,
    );
  }
  const deps = {
    knex,
    integrations: ScmIntegrations.fromConfig(config),
    workDirectory,
  };
  return new CollectSources({
    ...options,
    groups: [
      ...readConfiguredSources({
        config,
        builders: {
          gitops: gitOpsBuilder(deps),
          git: gitBuilder(deps),
          ...builders,
        },
      }),
      ...added.map(source => ({
        id: source.id,
        schedule: { frequency: { minutes: 1 }, timeout: { minutes: 5 } },
        sources: async () => [source],
      })),
    ],
  });
}

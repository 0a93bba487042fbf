import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { GitCredentials } from '../../git/GitCredentials';
import { GitMirror } from '../../git/GitMirror';
import { type GitRemote, parseRemote } from '../../git/GitRemote';
import { commitUrl } from '../commitUrl';
import { HeldEvents } from '../HeldEvents';
import type { SourceGroup } from '../SourceGroup';
import type { LocalFolders } from './LocalFolders';
import { RepositorySource } from './RepositorySource';
import type { RepositoryStore, ServiceRepository } from './RepositoryStore';

interface RepositorySourcesOptions {
  knex: Knex;
  integrations: ScmIntegrationRegistry;
  store: RepositoryStore;
  workDirectory: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  folders: LocalFolders;
  /** Default: the default branch of each. */
  branch?: string;
}

/** One source for each repository that a component of the catalog has. */
export class RepositorySources implements SourceGroup {
  readonly id = 'git';
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #options: RepositorySourcesOptions;
  readonly #credentials: GitCredentials;

  constructor(options: RepositorySourcesOptions) {
    this.#options = options;
    this.schedule = options.schedule;
    this.#credentials = new GitCredentials(options.integrations);
  }

  async sources(): Promise<DoraSource[]> {
    const repositories = await this.#options.store.list();
    return Promise.all(repositories.map(one => this.#source(one)));
  }

  async #source(repository: ServiceRepository): Promise<DoraSource> {
    const { knex, integrations, store, workDirectory, branch } = this.#options;
    const { key, url } = repository;
    const id = `git:${key}`;
    try {
      const remote = parseRemote(url);
      await this.#check(remote);
      return new RepositorySource({
        id,
        key,
        url,
        mirror: new GitMirror({
          workDirectory,
          id,
          remote,
          credentials: this.#credentials,
          branch,
          refs: 'all',
        }),
        held: new HeldEvents({ knex, source: id }),
        store,
        commitUrl: commitUrl({ remote, integrations }),
      });
    } catch (error) {
      return {
        id,
        type: 'git',
        collect: async () => {
          throw error;
        },
      };
    }
  }

  /** The URL comes from the catalog, not from an operator: it must not reach whatever the backend can reach. */
  async #check(remote: GitRemote): Promise<void> {
    const { integrations, folders } = this.#options;
    if (remote.path) {
      if (!(await folders.includes(remote.path))) {
        throw new InputError(
          `${remote.display} is in none of the folders of 'localFolders' of the source of type git`,
        );
      }
    } else if (
      !['https', 'http'].includes(remote.protocol) ||
      !integrations.byUrl(remote.address)
    ) {
      throw new InputError(
        `${remote.display} is fetched only over https from a host under 'integrations'`,
      );
    }
  }
}

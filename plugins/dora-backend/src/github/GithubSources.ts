import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { RepositoryStore } from '../sources/git/RepositoryStore';
import type { SourceGroup } from '../sources/SourceGroup';
import { GithubClient } from './GithubClient';
import { GithubRepositorySource } from './GithubRepositorySource';

interface GithubSourcesOptions {
  knex: Knex;
  integrations: ScmIntegrationRegistry;
  schedule: SchedulerServiceTaskScheduleDefinition;
  incidentLabels: string[];
  since: string;
}

/** One source for each repository on a host of `integrations.github` that a component of the catalog has. */
export class GithubSources implements SourceGroup {
  readonly id = 'github';
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #options: GithubSourcesOptions;
  readonly #repositories: RepositoryStore;
  readonly #credentials: GithubCredentialsProvider;
  /** By host, each of which has its own limits. */
  readonly #clients = new Map<string, GithubClient>();

  constructor(options: GithubSourcesOptions) {
    this.#options = options;
    this.schedule = options.schedule;
    this.#repositories = new RepositoryStore(options.knex);
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
  }

  async sources(): Promise<DoraSource[]> {
    const { knex, incidentLabels, since } = this.#options;
    const repositories = await this.#repositories.list();
    return repositories.flatMap(({ key, url }) => {
      const client = this.#client(url);
      return client
        ? [
            new GithubRepositorySource({
              knex,
              key,
              url,
              client,
              incidentLabels,
              since,
            }),
          ]
        : [];
    });
  }

  /** Of a host that is configured: nobody else is sent a token. */
  #client(url: string): GithubClient | undefined {
    if (!/^https?:/.test(url)) {
      return undefined;
    }
    const integration = this.#options.integrations.github.byUrl(url);
    if (!integration) {
      return undefined;
    }
    const { host, apiBaseUrl = `https://${host}/api/v3` } = integration.config;
    const known = this.#clients.get(host);
    if (known) {
      return known;
    }
    const client = new GithubClient({
      host,
      apiBaseUrl,
      credentials: this.#credentials,
    });
    this.#clients.set(host, client);
    return client;
  }
}

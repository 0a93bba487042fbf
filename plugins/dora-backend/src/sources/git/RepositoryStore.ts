import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';

/** A repository of the catalog's components. */
export interface ServiceRepository {
  /** Host and path, as it is called everywhere. */
  key: string;
  /** For fetching. */
  url: string;
}

/** What the database knows about service repositories. */
export class RepositoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The repositories of all components, each once. */
  async list(): Promise<ServiceRepository[]> {
    const rows: { repository: string; url: string }[] = await this.#knex(
      'dora_services',
    )
      .whereNull('removed_at')
      .whereNotNull('repository')
      .whereNotNull('repository_url')
      .groupBy('repository')
      .orderBy('repository')
      .select('repository')
      .min({ url: 'repository_url' });
    return rows.map(row => ({ key: row.repository, url: row.url }));
  }

  /** Commits that tags or deployments of a repository's services name, whose place in the history nobody said yet. */
  async unplaced(repository: string): Promise<string[]> {
    const knex = this.#knex;
    const named = knex('dora_versions')
      .where({ repository })
      .select('sha')
      .union(
        knex('dora_deployments')
          .join(
            'dora_services',
            'dora_services.entity_ref',
            'dora_deployments.entity_ref',
          )
          .where('dora_services.repository', repository)
          .whereNotNull('dora_deployments.sha')
          .select('dora_deployments.sha'),
      );
    const placed = (table: string) =>
      knex(table)
        .where({ repository })
        .whereRaw('?? = ??', [`${table}.sha`, 'named.sha'])
        .select(knex.raw('1'));
    const rows = await knex
      .from(named.as('named'))
      .whereNotExists(placed('dora_changes'))
      .whereNotExists(placed('dora_commits'))
      .orderBy('named.sha')
      .select('named.sha');
    return rows.map(row => row.sha);
  }

  /** Versions that a repository's services were deployed in, of which only the first digits of the SHA are known. */
  async shortShas(
    repository: string,
  ): Promise<{ version: string; shortSha: string }[]> {
    const rows = await this.#knex('dora_services as s')
      .join('dora_deployments as d', 'd.entity_ref', 's.entity_ref')
      .join('dora_events as e', 'e.deployment_id', 'd.id')
      .where('s.repository', repository)
      .whereNull('d.sha')
      .where('e.superseded', false)
      .where('e.payload', 'like', '%"shortSha":%')
      .orderBy(['e.version', 'e.seq'])
      .select('e.version', 'e.payload');
    const found = new Map<string, string>();
    for (const { version, payload } of rows) {
      const { shortSha }: DeploymentEvent = JSON.parse(payload);
      if (shortSha !== undefined && !found.has(version)) {
        found.set(version, shortSha);
      }
    }
    return [...found].map(([version, shortSha]) => ({ version, shortSha }));
  }

  /** Commits beside the default branch whose place was said; those that may still be merged, or all. */
  async placed(
    repository: string,
    which: 'unmerged' | 'all',
  ): Promise<string[]> {
    const rows: { sha: string }[] = await this.#knex('dora_commits')
      .where({ repository })
      .modify(query => {
        if (which === 'unmerged') {
          query.whereNull('contained_by');
        }
      })
      .orderBy('sha')
      .select('sha');
    return rows.map(row => row.sha);
  }
}

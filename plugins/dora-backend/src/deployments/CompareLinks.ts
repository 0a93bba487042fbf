import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { Knex } from 'knex';
import type { DeploymentRow } from './DeploymentRow';

/** Pages of repository hosts that compare two commits. */
export class CompareLinks {
  readonly #knex: Knex;
  readonly #integrations: ScmIntegrations;

  constructor(options: { knex: Knex; config: Config }) {
    this.#knex = options.knex;
    this.#integrations = ScmIntegrations.fromConfig(options.config);
  }

  /** Undefined where a commit is not known, or the host has no such page. */
  async url(
    row: DeploymentRow,
    previous: DeploymentRow | undefined,
  ): Promise<string | undefined> {
    if (!row.sha || !previous?.sha) {
      return undefined;
    }
    const service = await this.#knex('dora_services')
      .where('entity_ref', row.entity_ref)
      .first('repository');
    // Host and path, without scheme and `.git`.
    const url = service?.repository && `https://${service.repository}`;
    const commits = `${previous.sha}...${row.sha}`;
    switch (url && this.#integrations.byUrl(url)?.type) {
      case 'github':
      case 'gitea':
        return `${url}/compare/${commits}`;
      case 'gitlab':
        return `${url}/-/compare/${commits}`;
      default:
        return undefined;
    }
  }
}

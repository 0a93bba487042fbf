import type {
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { EventLog } from '../facts/log/EventLog';
import { HeldEvents } from '../sources/HeldEvents';
import { collectDeployments } from './collectDeployments';
import { collectIncidents } from './collectIncidents';
import { collectPulls } from './collectPulls';
import { collectTags } from './collectTags';
import { GithubClient } from './GithubClient';
import { parseCursor } from './GithubCursor';
import { GithubRepository } from './GithubRepository';

interface GithubRepositorySourceOptions {
  knex: Knex;
  /** A `repositoryKey`. */
  key: string;
  /** URL of the repository's page. */
  url: string;
  client: GithubClient;
  incidentLabels: string[];
  /** RFC 3339: what was last changed before is left out. */
  since: string;
}

/** Collects merged pull requests, deployments, incidents and tags of one repository by asking GitHub. */
export class GithubRepositorySource implements DoraSource {
  readonly id: string;
  readonly type = 'github';
  readonly #options: GithubRepositorySourceOptions;
  readonly #log = new EventLog();

  constructor(options: GithubRepositorySourceOptions) {
    this.#options = options;
    this.id = `github:${options.key}`;
  }

  async collect(options: {
    sink: DoraSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { sink, signal } = options;
    const { knex, url, client, incidentLabels, since } = this.#options;
    const repository = new GithubRepository({ url, client, signal });
    const details = await repository.details();
    const shared = { repository, sink };
    const save = async (next: unknown) => {
      await sink.record({ events: [], cursor: next });
    };

    let cursor = parseCursor(await sink.cursor(), since);
    cursor = await collectTags({
      ...shared,
      cursor,
      pushedAt: String(details.pushed_at ?? ''),
      held: new HeldEvents({ knex, source: this.id }),
    });
    await save(cursor);
    cursor = await collectDeployments({ ...shared, cursor, now: Date.now() });
    await save(cursor);
    cursor = await collectIncidents({ ...shared, cursor, incidentLabels });
    await save(cursor);
    cursor = await collectPulls({
      ...shared,
      cursor,
      defaultBranch: details.default_branch,
      revisionsOf: ids => this.#revisionsOf(ids),
    });
    await save(cursor);
  }

  async #revisionsOf(ids: string[]): Promise<Map<string, Set<number>>> {
    const revisions = new Map<string, Set<number>>();
    const logged = await this.#log.revisionsOf(
      this.#options.knex,
      this.id,
      ids,
    );
    for (const { event, revision } of logged) {
      revisions.set(event.id, new Set(revisions.get(event.id)).add(revision));
    }
    return revisions;
  }
}

import type {
  CommitEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { groupBy } from '../groupBy';
import type { EventLog } from '../log/EventLog';
import type { ReportedEvent } from '../log/EventRow';
import type { CommitStore } from './CommitStore';
import { distinctNames, Named, pairKey } from './Named';
import { newestOf } from './newestOf';
import { repositoryOf, repositorySubject } from './repositorySubject';

/** Keeps versions and commits as the log says. */
export class CommitFacts {
  readonly #log: EventLog;
  readonly #commits: CommitStore;

  constructor(options: { log: EventLog; commits: CommitStore }) {
    this.#log = options.log;
    this.#commits = options.commits;
  }

  /** @returns versions that stand for other commits now, and commits that are elsewhere now */
  async apply(
    tx: Knex.Transaction,
    accepted: ReportedEvent[],
  ): Promise<{ versions: Named[]; commits: Named[] }> {
    const named = (type: 'version' | 'commit') =>
      distinctNames(
        accepted
          .filter(({ event }) => event.type === type)
          .map(({ row }) => ({
            repository: repositoryOf(row),
            name: row.version!,
          })),
      );
    const versions = named('version');
    const commits = named('commit');
    await this.#applyVersions(tx, versions);
    await this.#applyCommits(tx, commits);
    return { versions, commits };
  }

  async #applyVersions(tx: Knex.Transaction, touched: Named[]) {
    const newest = await this.#newest<VersionEvent>(tx, 'version', touched);
    const isThere = (one: Named) =>
      newest.has(pairKey(one.repository, one.name));
    await this.#commits.removeVersions(
      tx,
      touched.filter(one => !isThere(one)),
    );
    await this.#commits.saveVersions(
      tx,
      touched.filter(isThere).map(({ repository, name }) => ({
        repository,
        version: name,
        sha: newest.get(pairKey(repository, name))!.sha,
      })),
    );
  }

  async #applyCommits(tx: Knex.Transaction, touched: Named[]) {
    const newest = await this.#newest<CommitEvent>(tx, 'commit', touched);
    const isThere = (one: Named) =>
      newest.has(pairKey(one.repository, one.name));
    await this.#commits.removeCommits(
      tx,
      touched.filter(one => !isThere(one)),
    );
    await this.#commits.saveCommits(
      tx,
      touched.filter(isThere).map(({ repository, name }) => {
        const { contains, containedBy } = newest.get(
          pairKey(repository, name),
        )!;
        return { repository, sha: name, contains, containedBy };
      }),
    );
  }

  /** What holds of each version or commit, where something does. */
  async #newest<T extends VersionEvent | CommitEvent>(
    tx: Knex.Transaction,
    type: T['type'],
    touched: Named[],
  ): Promise<Map<string, T>> {
    const logged = await this.#log.ofRepositories<T>(
      tx,
      type,
      touched.map(({ repository, name }) => ({
        subject: repositorySubject(repository),
        version: name,
      })),
    );
    const groups = groupBy(logged, one => pairKey(one.subject, one.version));
    const found = new Map<string, T>();
    for (const { repository, name } of touched) {
      const newest = newestOf(
        groups.get(pairKey(repositorySubject(repository), name)) ?? [],
      );
      if (newest && !newest.event.retracted) {
        found.set(pairKey(repository, name), newest.event);
      }
    }
    return found;
  }
}

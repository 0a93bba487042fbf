import type { ChangeEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { groupBy } from '../groupBy';
import type { EventLog } from '../log/EventLog';
import type { ReportedEvent } from '../log/EventRow';
import type { ChangeStore } from './ChangeStore';
import type { CommitFacts } from './CommitFacts';
import { mergeChange } from './mergeChange';
import { distinctNames, Named, pairKey } from './Named';
import { newestOf } from './newestOf';
import { repositoryOf, repositorySubject } from './repositorySubject';
import type { TouchedRepositories } from './TouchedRepositories';

/** Keeps changes as the log says, and what their repositories' versions and commits are. */
export class ChangeFacts {
  readonly #log: EventLog;
  readonly #changes: ChangeStore;
  readonly #commits: CommitFacts;

  constructor(options: {
    log: EventLog;
    changes: ChangeStore;
    commits: CommitFacts;
  }) {
    this.#log = options.log;
    this.#commits = options.commits;
    this.#changes = options.changes;
  }

  /** @param accepted - what the log did not have of one source */
  async apply(
    tx: Knex.Transaction,
    source: string,
    accepted: ReportedEvent[],
  ): Promise<TouchedRepositories> {
    const { versions, commits } = await this.#commits.apply(tx, accepted);
    const { shas, lowest } = await this.#applyChanges(
      tx,
      source,
      accepted.flatMap(({ row, event }) =>
        event.type === 'change'
          ? [{ repository: repositoryOf(row), event }]
          : [],
      ),
    );
    return {
      versions,
      shas: [...commits, ...shas],
      lowestPositions: lowest,
    };
  }

  async #applyChanges(
    tx: Knex.Transaction,
    source: string,
    events: { repository: string; event: ChangeEvent }[],
  ): Promise<{ shas: Named[]; lowest: Map<string, number> }> {
    if (events.length === 0) {
      return { shas: [], lowest: new Map() };
    }
    const touched = await this.#namedChanges(
      tx,
      source,
      events.map(({ event }) => event.id),
    );
    const repositories = [
      ...new Set(events.map(({ repository }) => repository)),
    ];
    const withHistory = await this.#changes.withHistory(tx, repositories);
    const positioned = new Set(
      events
        .filter(({ event }) => event.position !== undefined)
        .map(({ repository }) => repository),
    );
    const first = repositories.filter(
      repository => positioned.has(repository) && !withHistory.has(repository),
    );
    await this.#changes.markHistory(tx, first);
    for (const repository of first) {
      withHistory.add(repository);
      // Their order was that of their merges so far.
      const shas = await this.#changes.shasOf(tx, repository);
      touched.push(...shas.map(name => ({ repository, name })));
    }

    const shas = distinctNames(touched);
    const logged = groupBy(
      await this.#log.ofRepositories<ChangeEvent>(
        tx,
        'change',
        shas.map(({ repository, name }) => ({
          subject: repositorySubject(repository),
          version: name,
        })),
      ),
      ({ subject, version }) => pairKey(subject, version),
    );
    const before = await this.#changes.bySha(tx, shas);
    const after = shas.flatMap(({ repository, name }) => {
      const group = logged.get(pairKey(repositorySubject(repository), name));
      const change =
        group &&
        mergeChange({
          repository,
          sha: name,
          events: group,
          hasHistory: withHistory.has(repository),
        });
      return change ? [change] : [];
    });
    const present = new Set(
      after.map(({ repository, sha }) => pairKey(repository, sha)),
    );
    await this.#changes.remove(
      tx,
      before.filter(
        ({ repository, sha }) => !present.has(pairKey(repository, sha)),
      ),
    );
    await this.#changes.save(tx, after);

    const lowest = new Map(first.map(repository => [repository, 0]));
    for (const { repository, position } of [...before, ...after]) {
      if (position !== null) {
        lowest.set(
          repository,
          Math.min(lowest.get(repository) ?? position, position),
        );
      }
    }
    return { shas, lowest };
  }

  /** SHAs of the changes; what was reported before the merge learns its SHA from the merge. */
  async #namedChanges(
    tx: Knex.Transaction,
    source: string,
    ids: string[],
  ): Promise<Named[]> {
    const revisions = await this.#log.revisionsOf<ChangeEvent>(tx, source, ids);
    const named: Named[] = [];
    for (const group of groupBy(revisions, one => one.event.id).values()) {
      const sha = newestOf(group.filter(({ event }) => event.sha))?.event.sha;
      if (sha) {
        await this.#log.nameShas(
          tx,
          group
            .filter(({ event }) => !event.sha)
            .map(logged => ({ logged, sha })),
        );
      }
      for (const { subject, event } of group) {
        if (event.sha) {
          named.push({
            repository: repositoryOf({ subject }),
            name: event.sha,
          });
        }
      }
    }
    return named;
  }
}

import type {
  ChangeEvent,
  CommitEvent,
  DoraEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { groupBy } from '../groupBy';
import type { EventLog } from '../log/EventLog';
import type { EventRow } from '../log/EventRow';
import { ChangeStore, pairKey } from './ChangeStore';
import { mergeChange } from './mergeChange';
import { newestOf } from './newestOf';
import type { TouchedRepositories } from './TouchedRepositories';

interface Named {
  repository: string;
  name: string;
}

/** Keeps changes, versions and commits as the log says. */
export class ChangeFacts {
  readonly #log: EventLog;
  readonly #changes: ChangeStore;

  constructor(options: { log: EventLog; changes: ChangeStore }) {
    this.#log = options.log;
    this.#changes = options.changes;
  }

  /** @param accepted - what the log did not have of one source */
  async apply(
    tx: Knex.Transaction,
    source: string,
    accepted: { row: EventRow; event: DoraEvent }[],
  ): Promise<TouchedRepositories> {
    const named = (type: 'version' | 'commit') =>
      distinct(
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

  async #applyVersions(tx: Knex.Transaction, touched: Named[]) {
    const newest = await this.#newest<VersionEvent>(tx, 'version', touched);
    const isThere = (one: Named) =>
      newest.has(pairKey(one.repository, one.name));
    await this.#changes.removeVersions(
      tx,
      touched.filter(one => !isThere(one)),
    );
    await this.#changes.saveVersions(
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
    await this.#changes.removeCommits(
      tx,
      touched.filter(one => !isThere(one)),
    );
    await this.#changes.saveCommits(
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
        subject: subjectOf(repository),
        version: name,
      })),
    );
    const groups = groupBy(logged, one => pairKey(one.subject, one.version));
    const found = new Map<string, T>();
    for (const { repository, name } of touched) {
      const newest = newestOf(
        groups.get(pairKey(subjectOf(repository), name)) ?? [],
      );
      if (newest && !newest.event.retracted) {
        found.set(pairKey(repository, name), newest.event);
      }
    }
    return found;
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

    const shas = distinct(touched);
    const logged = groupBy(
      await this.#log.ofRepositories<ChangeEvent>(
        tx,
        'change',
        shas.map(({ repository, name }) => ({
          subject: subjectOf(repository),
          version: name,
        })),
      ),
      ({ subject, version }) => pairKey(subject, version),
    );
    const before = await this.#changes.bySha(tx, shas);
    const after = shas.flatMap(({ repository, name }) => {
      const group = logged.get(pairKey(subjectOf(repository), name));
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

const SUBJECT = 'repository:';

function subjectOf(repository: string): string {
  return `${SUBJECT}${repository}`;
}

function repositoryOf({ subject }: { subject: string | null }): string {
  return (subject ?? SUBJECT).slice(SUBJECT.length);
}

function distinct(named: Named[]): Named[] {
  return [
    ...new Map(
      named.map(one => [pairKey(one.repository, one.name), one]),
    ).values(),
  ];
}

import type {
  ChangeEvent,
  CommitEvent,
  DoraEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { repositoryKey } from '../../directory/repositoryKey';
import type { EventLog, LoggedEvent } from '../log/EventLog';
import { repositorySubject } from '../log/EventRow';
import type { ChangeStore } from './ChangeStore';
import { mergeChange } from './mergeChange';

/** What became known of a repository: from where on rollouts may ship something else. */
export interface TouchedRepository {
  repository: string;
  /** Lowest position that a change has or had; null where none did. */
  lowestPosition: number | null;
  shas: Set<string>;
  versions: Set<string>;
}

/** Keeps changes, versions and commits as the log says. */
export class ChangeFacts {
  readonly #log: EventLog;
  readonly #changes: ChangeStore;

  constructor(options: { log: EventLog; changes: ChangeStore }) {
    this.#log = options.log;
    this.#changes = options.changes;
  }

  /** @param accepted - events of one source that the log did not have */
  async apply(
    tx: Knex.Transaction,
    source: string,
    accepted: DoraEvent[],
  ): Promise<TouchedRepository[]> {
    const byRepository = new Map<
      string,
      (ChangeEvent | VersionEvent | CommitEvent)[]
    >();
    for (const event of accepted) {
      if (event.type !== 'deployment' && event.type !== 'incident') {
        const key = repositoryKey(event.repository) ?? event.repository;
        const events = byRepository.get(key) ?? [];
        events.push(event);
        byRepository.set(key, events);
      }
    }
    const touched: TouchedRepository[] = [];
    for (const [repository, events] of byRepository) {
      const one: TouchedRepository = {
        repository,
        lowestPosition: null,
        shas: new Set(),
        versions: new Set(),
      };
      await this.#applyVersions(tx, events, one);
      await this.#applyCommits(tx, events, one);
      await this.#applyChanges(tx, source, events, one);
      touched.push(one);
    }
    return touched;
  }

  async #applyVersions(
    tx: Knex.Transaction,
    events: DoraEvent[],
    touched: TouchedRepository,
  ) {
    const versions = events.flatMap(event =>
      event.type === 'version' ? [event.version] : [],
    );
    if (versions.length === 0) {
      return;
    }
    const { repository } = touched;
    const logged = await this.#log.ofRepository<VersionEvent>(
      tx,
      'version',
      repositorySubject(repository),
      versions,
    );
    const rows = [];
    for (const version of new Set(versions)) {
      touched.versions.add(version);
      const newest = newestOf(
        logged.filter(({ event }) => event.version === version),
      );
      if (newest && !newest.event.retracted) {
        rows.push({ repository, version, sha: newest.event.sha });
      } else {
        await tx('dora_versions').where({ repository, version }).delete();
      }
    }
    for (const batch of inBatches(rows)) {
      await tx('dora_versions')
        .insert(batch)
        .onConflict(['repository', 'version'])
        .merge();
    }
  }

  async #applyCommits(
    tx: Knex.Transaction,
    events: DoraEvent[],
    touched: TouchedRepository,
  ) {
    const shas = events.flatMap(event =>
      event.type === 'commit' ? [event.sha] : [],
    );
    if (shas.length === 0) {
      return;
    }
    const { repository } = touched;
    const logged = await this.#log.ofRepository<CommitEvent>(
      tx,
      'commit',
      repositorySubject(repository),
      shas,
    );
    const rows = [];
    for (const sha of new Set(shas)) {
      touched.shas.add(sha);
      const newest = newestOf(logged.filter(({ event }) => event.sha === sha));
      if (newest && !newest.event.retracted) {
        rows.push({
          repository,
          sha,
          contains: newest.event.contains,
          contained_by: newest.event.containedBy,
        });
      } else {
        await tx('dora_commits').where({ repository, sha }).delete();
      }
    }
    for (const batch of inBatches(rows)) {
      await tx('dora_commits')
        .insert(batch)
        .onConflict(['repository', 'sha'])
        .merge();
    }
  }

  async #applyChanges(
    tx: Knex.Transaction,
    source: string,
    events: DoraEvent[],
    touched: TouchedRepository,
  ) {
    const { repository } = touched;
    const ids = events.flatMap(event =>
      event.type === 'change' ? [event.id] : [],
    );
    if (ids.length === 0) {
      return;
    }
    // What was reported before the merge learns its SHA from the merge.
    const revisions = await this.#log.revisionsOf<ChangeEvent>(tx, source, ids);
    const shas = new Set<string>();
    for (const group of groupsOf(revisions)) {
      const sha = newestOf(group.filter(({ event }) => event.sha))?.event.sha;
      if (sha) {
        shas.add(sha);
        await this.#nameSha(tx, group, sha);
      }
      group.forEach(({ event }) => event.sha && shas.add(event.sha));
    }

    let hasHistory = (await this.#changes.withHistory(tx, [repository])).has(
      repository,
    );
    const isFirstHistory =
      !hasHistory &&
      events.some(
        event => event.type === 'change' && event.position !== undefined,
      );
    if (isFirstHistory) {
      await this.#changes.markHistory(tx, repository);
      hasHistory = true;
      // Their order was that of their merges so far.
      (await this.#changes.shasOf(tx, repository)).forEach(sha =>
        shas.add(sha),
      );
    }
    const logged = new Map<string, LoggedEvent<ChangeEvent>[]>();
    for (const one of await this.#log.changesBySha(
      tx,
      repositorySubject(repository),
      [...shas],
    )) {
      logged.set(one.sha, [...(logged.get(one.sha) ?? []), one]);
    }
    const before = await this.#changes.bySha(tx, repository, [...shas]);
    const after = [...shas].flatMap(sha => {
      const group = logged.get(sha);
      const change =
        group && mergeChange({ repository, sha, events: group, hasHistory });
      return change ? [change] : [];
    });
    const present = new Set(after.map(({ sha }) => sha));
    await this.#changes.remove(
      tx,
      repository,
      [...shas].filter(sha => !present.has(sha)),
    );
    await this.#changes.save(tx, after);

    shas.forEach(sha => touched.shas.add(sha));
    const positions = [...before, ...after].flatMap(({ position }) =>
      position === null ? [] : [position],
    );
    touched.lowestPosition = isFirstHistory
      ? 0
      : positions.reduce<number | null>(
          (low, position) => Math.min(low ?? position, position),
          null,
        );
  }

  async #nameSha(
    tx: Knex.Transaction,
    group: LoggedEvent<ChangeEvent>[],
    sha: string,
  ) {
    const nameless = group.filter(({ event }) => !event.sha);
    for (const batch of inBatches(nameless)) {
      await tx('dora_events')
        .whereIn(
          'seq',
          batch.map(({ seq }) => seq),
        )
        .update({ version: sha });
    }
  }
}

function groupsOf<T extends DoraEvent>(
  events: LoggedEvent<T>[],
): LoggedEvent<T>[][] {
  const groups = new Map<string, LoggedEvent<T>[]>();
  for (const one of events) {
    const group = groups.get(one.event.id) ?? [];
    group.push(one);
    groups.set(one.event.id, group);
  }
  return [...groups.values()];
}

/** The same whatever the order: the highest revision, then the source and id that come last. */
function newestOf<T extends DoraEvent>(
  events: LoggedEvent<T>[],
): LoggedEvent<T> | undefined {
  const keyOf = ({ source, event }: LoggedEvent<T>) =>
    JSON.stringify([source, event.id]);
  return events.reduce<LoggedEvent<T> | undefined>((best, one) => {
    const isNewer =
      !best ||
      one.revision > best.revision ||
      (one.revision === best.revision && keyOf(one) > keyOf(best));
    return isNewer ? one : best;
  }, undefined);
}

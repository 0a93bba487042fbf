import type {
  CommitEvent,
  DoraSink,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { createHash } from 'node:crypto';
import type { Git } from '../../git/Git';
import type { HeldEvents } from '../HeldEvents';
import type { MainLine } from './MainLine';
import { readTags } from './readTags';
import type { RepositoryCursor } from './RepositoryCursor';
import type { RepositoryStore } from './RepositoryStore';

const BATCH = 1_000;
const MAX_NAME = 480;

interface NameTellerOptions {
  git: Git;
  /** Key of the repository, and how events name it. */
  key: string;
  repository: string;
  held: HeldEvents;
  store: RepositoryStore;
  main: MainLine;
  sink: DoraSink;
  signal: AbortSignal;
}

/** Tells which commits tags name, and where commits that tags and deployments name stand beside the default branch. */
export class NameTeller {
  readonly #options: NameTellerOptions;

  constructor(options: NameTellerOptions) {
    this.#options = options;
  }

  /** Tells what is new or has moved; a tag that is gone still says what was deployed under its name. */
  async tellTags(cursor: RepositoryCursor): Promise<RepositoryCursor> {
    const { git, repository, held, sink, signal } = this.#options;
    const tags = await readTags({ git, signal });
    const digest = createHash('sha256')
      .update(JSON.stringify([...tags].sort()))
      .digest('hex');
    if (digest === cursor.tags) {
      return cursor;
    }
    const names = [...tags.keys()];
    const tooLong = names.find(name => name.length > MAX_NAME);
    if (tooLong) {
      await sink.warn(
        `Tag ${tooLong.slice(
          0,
          100,
        )}… was skipped, because its name is longer than ${MAX_NAME} characters.`,
      );
    }
    const usable = names.filter(name => name.length <= MAX_NAME);
    for (let start = 0; start < usable.length; start += BATCH) {
      const some = usable.slice(start, start + BATCH);
      const known = new Map(
        (await held.some<VersionEvent>(some.map(tagId))).map(one => [
          one.event.id,
          one,
        ]),
      );
      const events = some.flatMap((name): VersionEvent[] => {
        const sha = tags.get(name)!;
        const before = known.get(tagId(name));
        if (before?.event.sha === sha) {
          return [];
        }
        return [
          {
            type: 'version',
            id: tagId(name),
            ...(before && { revision: before.revision + 1 }),
            repository,
            version: name,
            sha,
          },
        ];
      });
      if (events.length > 0) {
        await sink.record({ events });
      }
    }
    const next = { ...cursor, tags: digest };
    await sink.record({ events: [], cursor: next });
    return next;
  }

  /** Places commits beside the default branch: new ones, and those that may have been merged meanwhile. */
  async placeCommits(
    cursor: RepositoryCursor,
    options: { all: boolean },
  ): Promise<RepositoryCursor> {
    const { key, repository, held, store, main, sink } = this.#options;
    const again =
      options.all || cursor.placedAt !== main.tip
        ? await store.placed(key, options.all ? 'all' : 'unmerged')
        : [];
    const shas = await this.#existing([
      ...new Set([...(await store.unplaced(key)), ...again]),
    ]);
    if (shas.length > 0) {
      const graph = await main.graphWith(shas);
      for (let start = 0; start < shas.length; start += BATCH) {
        const some = shas.slice(start, start + BATCH);
        const known = new Map(
          (await held.some<CommitEvent>(some.map(commitId))).map(one => [
            one.event.id,
            one,
          ]),
        );
        const events = some.flatMap((sha): CommitEvent[] => {
          const standing = graph.standing(sha);
          const before = known.get(commitId(sha));
          if (
            !standing ||
            (before?.event.contains === standing.contains &&
              before.event.containedBy === standing.containedBy)
          ) {
            return [];
          }
          return [
            {
              type: 'commit',
              id: commitId(sha),
              ...(before && { revision: before.revision + 1 }),
              repository,
              sha,
              ...standing,
            },
          ];
        });
        if (events.length > 0) {
          await sink.record({ events });
        }
      }
    }
    if (cursor.placedAt === main.tip) {
      return cursor;
    }
    const next = { ...cursor, placedAt: main.tip };
    await sink.record({ events: [], cursor: next });
    return next;
  }

  /** Those commits that the mirror has. */
  async #existing(shas: string[]): Promise<string[]> {
    if (shas.length === 0) {
      return [];
    }
    const { git, signal } = this.#options;
    const answer = await git.run(
      ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
      { signal, input: `${shas.join('\n')}\n` },
    );
    return answer
      .split('\n')
      .filter(line => line.endsWith(' commit'))
      .map(line => line.slice(0, line.indexOf(' ')));
  }
}

function tagId(name: string): string {
  return `tag:${name}`;
}

function commitId(sha: string): string {
  return `commit:${sha}`;
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { EventRecorder } from '../facts/EventRecorder';
import { withoutCredentials } from '../git/withoutCredentials';
import { DatabaseSink } from './DatabaseSink';
import type { SourceGroup } from './SourceGroup';
import { SourceStore } from './SourceStore';

/** Sources of a group that are collected at the same time. */
const AT_A_TIME = 3;

interface CollectSourcesOptions {
  knex: Knex;
  recorder: Pick<EventRecorder, 'record'>;
  store: SourceStore;
  logger: LoggerService;
  groups: SourceGroup[];
}

/**
 * Tasks: each asks the sources of one group for what is new. A source that fails keeps what it has and says why; the
 * next pass tries again. A pass can be cut short anywhere: the next one goes on at the cursor.
 */
export class CollectSources {
  readonly #options: CollectSourcesOptions;

  constructor(options: CollectSourcesOptions) {
    this.#options = options;
    const ids = new Set<string>();
    for (const { id } of options.groups) {
      if (ids.has(id)) {
        throw new Error(`Two sources of dora have the id '${id}'`);
      }
      ids.add(id);
    }
  }

  get groups(): SourceGroup[] {
    return this.#options.groups;
  }

  /** One pass of a group. */
  async run(group: SourceGroup, signal: AbortSignal): Promise<void> {
    const limit = pLimit(AT_A_TIME);
    const sources = await this.#longestWaiting(await group.sources());
    await Promise.all(
      sources.map(source =>
        limit(() =>
          signal.aborted ? undefined : this.#collect(source, signal),
        ),
      ),
    );
  }

  /** How the sources fare: those that are configured, in their order, then those that send by themselves. */
  async list(): Promise<DoraSourceStatus[]> {
    const { knex, store, groups } = this.#options;
    const known = new Map(
      (await store.list(knex, Date.now())).map(status => [status.id, status]),
    );
    const collected = (
      await Promise.all(groups.map(group => group.sources()))
    ).flat();
    const types = new Set([
      'gitops',
      'git',
      ...collected.map(({ type }) => type),
    ]);
    const ids = new Set(collected.map(({ id }) => id));
    return [
      ...collected.map(
        ({ id, type }): DoraSourceStatus =>
          known.get(id) ?? {
            id,
            type,
            state: 'waiting',
            lastSeenAt: null,
            warnings: [],
          },
      ),
      // A repository that nothing names any more is none of them.
      ...[...known.values()].filter(
        ({ id, type }) => !ids.has(id) && !types.has(type),
      ),
    ];
  }

  /** Those first that were collected longest ago, so that a pass that is cut short passes nobody over twice. */
  async #longestWaiting(sources: DoraSource[]): Promise<DoraSource[]> {
    if (sources.length < 2) {
      return sources;
    }
    const { knex, store } = this.#options;
    const seen = new Map(
      (await store.list(knex, Date.now())).map(({ id, lastSeenAt }) => [
        id,
        lastSeenAt ? Date.parse(lastSeenAt) : 0,
      ]),
    );
    return [...sources].sort(
      (a, b) => (seen.get(a.id) ?? 0) - (seen.get(b.id) ?? 0),
    );
  }

  async #collect(source: DoraSource, signal: AbortSignal): Promise<void> {
    const { knex, store, logger, recorder } = this.#options;
    const { id, type } = source;
    const startedAt = Date.now();
    await store.begin(knex, { id, type, at: startedAt });
    const sink = new DatabaseSink({ knex, recorder, store, source, startedAt });
    try {
      await source.collect({ sink, signal });
      await sink.flush();
      if (!signal.aborted) {
        await store.succeed(knex, { id, startedAt, at: Date.now() });
      }
    } catch (error) {
      if (signal.aborted) {
        logger.info(`Source '${id}' of dora was stopped and goes on later`);
        return;
      }
      const reason = withoutCredentials(
        error instanceof Error ? error.message : stringifyError(error),
      );
      logger.warn(`Source '${id}' of dora failed: ${reason}`);
      await sink.flush();
      await store.fail(knex, { id, startedAt, error: reason });
    }
  }
}

import type { Knex } from 'knex';
import { joinedWith } from '../database/joinedWith';
import { retryConflicts } from '../database/retryConflicts';
import { repositorySubject } from '../facts/changes/repositorySubject';
import { dropEvents, type EventIdentity } from './dropEvents';

/** Changes of one transaction. */
const BATCH = 500;

interface OldChange {
  id: number;
  repository: string;
  sha: string;
}

/**
 * Removes changes that were merged long ago, with their events, where no rollout that is kept shipped them, stands
 * before them in the history, or may name them by a version: what a later deployment ships is counted from there.
 */
export class ChangeDropper {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async drop(since: number, signal: AbortSignal): Promise<void> {
    const repositories: string[] = await this.#knex('dora_changes')
      .where('merged_at', '<', since)
      .distinct()
      .pluck('repository');
    for (const repository of repositories) {
      for (;;) {
        signal.throwIfAborted();
        const changes = await this.#expired(repository, since);
        await retryConflicts(() =>
          this.#knex.transaction(tx => this.#dropBatch(tx, changes)),
        );
        if (changes.length < BATCH) {
          break;
        }
      }
    }
  }

  async #expired(repository: string, since: number): Promise<OldChange[]> {
    const knex = this.#knex;
    const rollouts = () =>
      knex('dora_deployments as d')
        .join('dora_services as s', 's.entity_ref', 'd.entity_ref')
        .where('s.repository', repository);
    const first = await rollouts().min({ position: 'd.position' }).first();
    const start = first?.position ?? null;
    if (start === null && (await rollouts().first('d.id')) === undefined) {
      // Nothing was deployed yet: the first deployment may ship any of them.
      return [];
    }
    return knex('dora_changes as c')
      .where('c.repository', repository)
      .where('c.merged_at', '<', since)
      .where(query => {
        query.whereNull('c.position');
        if (start !== null) {
          query.orWhere('c.position', '<', start);
        }
      })
      .whereNotExists(
        knex('dora_shipped as x')
          .whereRaw('x.change_id = c.id')
          .select(knex.raw('1')),
      )
      .whereNotExists(
        rollouts().whereRaw('d.sha = c.sha').select(knex.raw('1')),
      )
      .whereNotExists(
        knex('dora_versions as v')
          .whereRaw('v.repository = c.repository and v.sha = c.sha')
          .select(knex.raw('1')),
      )
      .limit(BATCH)
      .select('c.id', 'c.repository', 'c.sha');
  }

  async #dropBatch(tx: Knex.Transaction, changes: OldChange[]): Promise<void> {
    const events = await joinedWith(tx, {
      table: 'dora_events',
      on: { subject: 'text', version: 'text' },
      values: changes.map(({ repository, sha }) => [
        repositorySubject(repository),
        sha,
      ]),
      narrow: query => query.where('t.type', 'change'),
    });
    await dropEvents(tx, events as EventIdentity[]);
    await tx('dora_changes')
      .whereIn(
        'id',
        changes.map(({ id }) => id),
      )
      .delete();
  }
}

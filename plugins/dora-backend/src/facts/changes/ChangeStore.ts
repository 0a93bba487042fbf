import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { joinedWith } from '../../database/joinedWith';
import { lookUp } from '../../database/lookUp';
import type { Named } from './Named';
import type { Change } from './Change';

/** A change as it is stored. */
export interface StoredChange extends Change {
  id: number;
}

/** Changes, versions and commits of repositories. Every method takes the transaction it works in. */
export class ChangeStore {
  /** Repositories among the given ones whose history a source knows. */
  async withHistory(db: Knex, repositories: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const batch of inBatches(repositories)) {
      const rows = await db('dora_repositories')
        .whereIn('repository', batch)
        .andWhere('has_history', true);
      rows.forEach(row => found.add(row.repository));
    }
    return found;
  }

  async markHistory(
    tx: Knex.Transaction,
    repositories: string[],
  ): Promise<void> {
    for (const batch of inBatches(repositories)) {
      await tx('dora_repositories')
        .insert(batch.map(repository => ({ repository, has_history: true })))
        .onConflict('repository')
        .merge();
    }
  }

  /** The changes with the given SHAs. */
  async bySha(db: Knex, wanted: Named[]): Promise<StoredChange[]> {
    const rows = await joinedWith(db, {
      table: 'dora_changes',
      on: { repository: 'text', sha: 'text' },
      values: wanted.map(({ repository, name }) => [repository, name]),
    });
    return rows.map(changeFromRow);
  }

  /** All SHAs of a repository's changes. */
  async shasOf(db: Knex, repository: string): Promise<string[]> {
    return db('dora_changes').where('repository', repository).pluck('sha');
  }

  async save(tx: Knex.Transaction, changes: Change[]): Promise<void> {
    for (const batch of inBatches(changes)) {
      await tx('dora_changes')
        .insert(batch.map(changeToRow))
        .onConflict(['repository', 'sha'])
        .merge();
    }
  }

  async remove(tx: Knex.Transaction, changes: StoredChange[]): Promise<void> {
    for (const batch of inBatches(changes)) {
      await tx('dora_changes')
        .whereIn(
          'id',
          batch.map(({ id }) => id),
        )
        .delete();
    }
  }

  /** Changes in (after, upTo] of each range, oldest first; by the range's key. */
  async inRanges(
    db: Knex,
    ranges: { key: string; repository: string; after: number; upTo: number }[],
  ): Promise<Map<string, StoredChange[]>> {
    const rows = await lookUp(db, {
      columns: {
        range_key: 'text',
        repository: 'text',
        low: 'bigint',
        high: 'bigint',
      },
      values: ranges.map(range => [
        range.key,
        range.repository,
        range.after,
        range.upTo,
      ]),
      table: 'dora_changes as c',
      select: ['c.*', 'wanted.range_key'],
      where: changes =>
        changes
          .whereRaw('c.repository = wanted.repository')
          .whereRaw('c.position > wanted.low')
          .whereRaw('c.position <= wanted.high')
          .orderBy('c.position')
          .orderBy('c.sha'),
    });
    const found = new Map<string, StoredChange[]>();
    for (const row of rows) {
      const changes = found.get(row.range_key) ?? [];
      changes.push(changeFromRow(row));
      found.set(row.range_key, changes);
    }
    return found;
  }

  /** Changes by their pull requests' numbers. */
  async byNumber(
    db: Knex,
    wanted: { repository: string; number: number }[],
  ): Promise<StoredChange[]> {
    const rows = await joinedWith(db, {
      table: 'dora_changes',
      on: { repository: 'text', number: 'bigint' },
      values: wanted.map(({ repository, number }) => [repository, number]),
    });
    return rows.map(changeFromRow);
  }
}

function changeFromRow(row: Record<string, any>): StoredChange {
  const number = (value: unknown) => (value === null ? null : Number(value));
  return {
    id: row.id,
    repository: row.repository,
    sha: row.sha,
    position: number(row.position),
    firstCommitAt: Number(row.first_commit_at),
    openedAt: number(row.opened_at),
    firstReviewAt: number(row.first_review_at),
    mergedAt: Number(row.merged_at),
    number: number(row.number),
    title: row.title,
    url: row.url,
    branch: row.branch,
    labels: JSON.parse(row.labels),
    reverts: JSON.parse(row.reverts),
    flags: JSON.parse(row.flags),
    demo: Boolean(row.demo),
  };
}

function changeToRow(change: Change) {
  return {
    repository: change.repository,
    sha: change.sha,
    position: change.position,
    first_commit_at: change.firstCommitAt,
    opened_at: change.openedAt,
    first_review_at: change.firstReviewAt,
    merged_at: change.mergedAt,
    number: change.number,
    title: change.title,
    url: change.url,
    branch: change.branch,
    labels: JSON.stringify(change.labels),
    reverts: JSON.stringify(change.reverts),
    flags: JSON.stringify(change.flags),
    demo: change.demo,
  };
}

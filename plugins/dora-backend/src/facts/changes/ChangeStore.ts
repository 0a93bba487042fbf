import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { valuesTable } from '../../database/valuesTable';
import type { CommitPlace } from '../rollouts/Ancestry';
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

  async markHistory(tx: Knex.Transaction, repository: string): Promise<void> {
    await tx('dora_repositories')
      .insert({ repository, has_history: true })
      .onConflict('repository')
      .merge();
  }

  /** The changes with the given SHAs. */
  async bySha(
    db: Knex,
    repository: string,
    shas: string[],
  ): Promise<StoredChange[]> {
    const rows = [];
    for (const batch of inBatches([...new Set(shas)])) {
      rows.push(
        ...(await db('dora_changes')
          .where('repository', repository)
          .whereIn('sha', batch)),
      );
    }
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

  async remove(
    tx: Knex.Transaction,
    repository: string,
    shas: string[],
  ): Promise<void> {
    for (const batch of inBatches(shas)) {
      await tx('dora_changes')
        .where('repository', repository)
        .whereIn('sha', batch)
        .delete();
    }
  }

  /** Changes in (after, upTo] of each range, oldest first; by the range's key. */
  async inRanges(
    db: Knex,
    ranges: { key: string; repository: string; after: number; upTo: number }[],
  ): Promise<Map<string, StoredChange[]>> {
    const found = new Map<string, StoredChange[]>();
    for (const batch of inBatches(ranges)) {
      const wanted = valuesTable(
        db,
        'wanted',
        {
          range_key: 'text',
          repository: 'text',
          low: 'bigint',
          high: 'bigint',
        },
        batch.map(range => [
          range.key,
          range.repository,
          range.after,
          range.upTo,
        ]),
      );
      const rows = await db
        .with('wanted', wanted)
        .select('c.*', 'wanted.range_key')
        .from('wanted')
        .join('dora_changes as c', join =>
          join
            .on('c.repository', 'wanted.repository')
            .andOn('c.position', '>', 'wanted.low')
            .andOn('c.position', '<=', 'wanted.high'),
        )
        .orderBy('c.position')
        .orderBy('c.sha');
      for (const row of rows) {
        const changes = found.get(row.range_key) ?? [];
        changes.push(changeFromRow(row));
        found.set(row.range_key, changes);
      }
    }
    return found;
  }

  /** Changes that others say they revert, by pull request number. */
  async byNumber(
    db: Knex,
    wanted: { repository: string; number: number }[],
  ): Promise<StoredChange[]> {
    const rows = [];
    for (const batch of inBatches(wanted)) {
      const values = valuesTable(
        db,
        'wanted',
        { repository: 'text', number: 'bigint' },
        batch.map(({ repository, number }) => [repository, number]),
      );
      rows.push(
        ...(await db
          .with('wanted', values)
          .select('c.*')
          .from('wanted')
          .join('dora_changes as c', join =>
            join
              .on('c.repository', 'wanted.repository')
              .andOn('c.number', 'wanted.number'),
          )),
      );
    }
    return rows.map(changeFromRow);
  }

  /** Commits that versions stand for: by repository and version, as JSON. */
  async versions(
    db: Knex,
    wanted: { repository: string; version: string }[],
  ): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const batch of inBatches(wanted)) {
      const values = valuesTable(
        db,
        'wanted',
        { repository: 'text', version: 'text' },
        batch.map(({ repository, version }) => [repository, version]),
      );
      const rows = await db
        .with('wanted', values)
        .select('v.*')
        .from('wanted')
        .join('dora_versions as v', join =>
          join
            .on('v.repository', 'wanted.repository')
            .andOn('v.version', 'wanted.version'),
        );
      rows.forEach(row =>
        found.set(pairKey(row.repository, row.version), row.sha),
      );
    }
    return found;
  }

  /** Where commits stand: by repository and SHA, as JSON. Unknown ones are left out. */
  async places(
    db: Knex,
    wanted: { repository: string; sha: string }[],
  ): Promise<Map<string, CommitPlace>> {
    const found = new Map<string, CommitPlace>();
    for (const batch of inBatches(wanted)) {
      const values = valuesTable(
        db,
        'wanted',
        { repository: 'text', sha: 'text' },
        batch.map(({ repository, sha }) => [repository, sha]),
      );
      const join = (table: string) =>
        db
          .with('wanted', values)
          .select('t.*')
          .from('wanted')
          .join(`${table} as t`, on =>
            on
              .on('t.repository', 'wanted.repository')
              .andOn('t.sha', 'wanted.sha'),
          );
      for (const row of await join('dora_commits')) {
        found.set(pairKey(row.repository, row.sha), {
          position: null,
          contains: Number(row.contains),
          containedBy:
            row.contained_by === null ? null : Number(row.contained_by),
        });
      }
      for (const row of await join('dora_changes')) {
        if (row.position !== null) {
          const position = Number(row.position);
          found.set(pairKey(row.repository, row.sha), {
            position,
            contains: position,
            containedBy: position,
          });
        }
      }
    }
    return found;
  }
}

/** Key of a pair in the maps above. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b]);
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

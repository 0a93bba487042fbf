import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { joinedWith } from '../../database/joinedWith';
import type { CommitPlace } from '../rollouts/Ancestry';
import { Named, pairKey } from './Named';

/** Which commits versions are, and where commits stand. Every method takes the transaction it works in. */
export class CommitStore {
  async saveVersions(
    tx: Knex.Transaction,
    versions: { repository: string; version: string; sha: string }[],
  ): Promise<void> {
    for (const batch of inBatches(versions)) {
      await tx('dora_versions')
        .insert(batch)
        .onConflict(['repository', 'version'])
        .merge();
    }
  }

  async removeVersions(tx: Knex.Transaction, gone: Named[]): Promise<void> {
    for (const { repository, name } of gone) {
      await tx('dora_versions').where({ repository, version: name }).delete();
    }
  }

  async saveCommits(
    tx: Knex.Transaction,
    commits: {
      repository: string;
      sha: string;
      contains: number;
      containedBy: number | null;
    }[],
  ): Promise<void> {
    for (const batch of inBatches(commits)) {
      await tx('dora_commits')
        .insert(
          batch.map(({ containedBy, ...commit }) => ({
            ...commit,
            contained_by: containedBy,
          })),
        )
        .onConflict(['repository', 'sha'])
        .merge();
    }
  }

  async removeCommits(tx: Knex.Transaction, gone: Named[]): Promise<void> {
    for (const { repository, name } of gone) {
      await tx('dora_commits').where({ repository, sha: name }).delete();
    }
  }

  /** Commits that versions stand for, by `pairKey` of repository and version. */
  async versions(db: Knex, wanted: Named[]): Promise<Map<string, string>> {
    const rows = await joinedWith(db, {
      table: 'dora_versions',
      on: { repository: 'text', version: 'text' },
      values: wanted.map(({ repository, name }) => [repository, name]),
    });
    return new Map(
      rows.map(row => [pairKey(row.repository, row.version), row.sha]),
    );
  }

  /** Where commits stand, by `pairKey` of repository and SHA. Unknown ones are left out. */
  async places(db: Knex, wanted: Named[]): Promise<Map<string, CommitPlace>> {
    const found = new Map<string, CommitPlace>();
    const read = (table: string) =>
      joinedWith(db, {
        table,
        on: { repository: 'text', sha: 'text' },
        values: wanted.map(({ repository, name }) => [repository, name]),
      });
    for (const row of await read('dora_commits')) {
      found.set(pairKey(row.repository, row.sha), {
        position: null,
        contains: Number(row.contains),
        containedBy:
          row.contained_by === null ? null : Number(row.contained_by),
      });
    }
    for (const row of await read('dora_changes')) {
      if (row.position !== null) {
        const position = Number(row.position);
        found.set(pairKey(row.repository, row.sha), {
          position,
          contains: position,
          containedBy: position,
        });
      }
    }
    return found;
  }
}

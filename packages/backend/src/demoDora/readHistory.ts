import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { DeliveryHistory } from './DeliveryHistory';

/** Reads `deployments.csv` and `changes.csv` of a folder. */
export async function readHistory(folder: string): Promise<DeliveryHistory> {
  const deployments = await readRows(join(folder, 'deployments.csv'), [
    'service',
    'environment',
    'image_tag',
    'previous_image_tag',
    'committed_at',
    'gitops_commit',
  ]);
  const changes = await readRows(join(folder, 'changes.csv'), [
    'service',
    'first_tag',
    'kind',
    'pull_request',
    'sha',
    'first_commit_at',
    'merged_at',
    'commits',
  ]);
  return {
    deployments: deployments.map(row => ({
      service: row.service,
      environment: row.environment,
      imageTag: row.image_tag,
      previousImageTag: row.previous_image_tag,
      committedAt: toSeconds(row.committed_at),
      gitopsCommit: row.gitops_commit,
    })),
    changes: changes.map(row => ({
      service: row.service,
      firstTag: row.first_tag,
      pullRequest: row.pull_request,
      sha: row.sha,
      firstCommitAt: toSeconds(row.first_commit_at),
      mergedAt: toSeconds(row.merged_at),
      commits: Number(row.commits),
    })),
  };
}

/** No value of these files is quoted. */
async function readRows<Column extends string>(
  file: string,
  columns: Column[],
): Promise<Record<Column, string>[]> {
  const [header, ...lines] = (await readFile(file, 'utf8'))
    .trimEnd()
    .split(/\r?\n/);
  if (header !== columns.join(',')) {
    throw new InputError(
      `${file}: expected the columns ${columns.join(',')}, got ${header}`,
    );
  }
  return lines.map((line, index) => {
    const values = line.split(',');
    if (values.length !== columns.length) {
      throw new InputError(
        `${file}, line ${index + 2}: expected ${columns.length} values, got ${
          values.length
        }`,
      );
    }
    return Object.fromEntries(
      columns.map((column, place) => [column, values[place]]),
    ) as Record<Column, string>;
  });
}

function toSeconds(instant: string): number {
  return Date.parse(instant) / 1_000;
}

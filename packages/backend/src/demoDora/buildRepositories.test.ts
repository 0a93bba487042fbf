import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { buildRepositories } from './buildRepositories';

const directory = createMockDirectory();

const git = (repository: string, ...args: string[]) =>
  execFileSync('git', args, {
    cwd: directory.resolve(repository),
    encoding: 'utf8',
  }).trimEnd();

const seconds = (instant: string) => Date.parse(instant) / 1_000;
const SHA = {
  first: '1111111111111111111111111111111111111111',
  second: '2222222222222222222222222222222222222222',
  third: '3333333333333333333333333333333333333333',
  unmerged: '4444444444444444444444444444444444444444',
};

const change = (
  sha: string,
  firstTag: string,
  pullRequest: string,
  firstCommitAt: string,
  mergedAt: string,
  commits: number,
) => ({
  service: 'support',
  sha,
  firstTag,
  pullRequest,
  firstCommitAt: seconds(firstCommitAt),
  mergedAt: seconds(mergedAt),
  commits,
});

const deployment = (
  environment: string,
  previousImageTag: string,
  imageTag: string,
  committedAt: string,
) => ({
  service: 'support',
  environment,
  imageTag,
  previousImageTag,
  committedAt: seconds(committedAt),
  gitopsCommit: 'abcabcabcabcabcabcabcabcabcabcabcabcabca',
});

describe('buildRepositories', () => {
  const made: string[] = [];
  beforeAll(async () => {
    await buildRepositories({
      folder: directory.path,
      progress: what => made.push(what),
      history: {
        changes: [
          change(
            SHA.first,
            'v10',
            '7',
            '2025-03-03T08:00:00Z',
            '2025-03-03T11:00:00Z',
            3,
          ),
          change(
            SHA.second,
            'v9',
            '8',
            '2025-03-03T10:00:00Z',
            '2025-03-04T09:00:00Z',
            1,
          ),
          change(
            SHA.third,
            'v10',
            '',
            '2025-03-05T10:00:00Z',
            '2025-03-05T12:00:00Z',
            1,
          ),
        ],
        deployments: [
          deployment('staging', 'v8', 'v9', '2025-03-04T10:00:00Z'),
          deployment('production', 'v7', SHA.first, '2025-03-04T11:00:00Z'),
          deployment(
            'production',
            SHA.first,
            SHA.unmerged,
            '2025-03-04T11:30:00Z',
          ),
        ],
      },
    });
  });

  it('tells what it made', () => {
    expect(made).toEqual([
      'support.git, 3 changes',
      'gitops.git, 3 deployments',
    ]);
  });

  it('merges changes in the order of their tags', () => {
    expect(
      git('support.git', 'log', '--first-parent', '--format=%cI %s').split(
        '\n',
      ),
    ).toEqual([
      "2025-03-05T12:00:00+00:00 Merge branch 'change-333333333333'",
      '2025-03-03T11:00:00+00:00 Merge pull request #7 from demo/change-7',
      '2025-03-04T09:00:00+00:00 Merge pull request #8 from demo/change-8',
      '2025-03-02T08:00:00+00:00 What was there before',
    ]);
    expect(git('support.git', 'rev-parse', 'v10')).toBe(
      git('support.git', 'rev-parse', 'main'),
    );
    expect(git('support.git', 'rev-parse', 'v9')).toBe(
      git('support.git', 'rev-parse', 'main~2'),
    );
  });

  it('brings the commits of a change', () => {
    // Three hours in three commits
    expect(
      git('support.git', 'log', '--format=%aI %cI', 'main~1^1..main~1^2').split(
        '\n',
      ),
    ).toEqual([
      '2025-03-03T10:00:00+00:00 2025-03-03T10:00:00+00:00',
      '2025-03-03T09:00:00+00:00 2025-03-03T09:00:00+00:00',
      '2025-03-03T08:00:00+00:00 2025-03-03T08:00:00+00:00',
    ]);
    expect(git('support.git', 'rev-list', '--count', 'main')).toBe('9');
  });

  it('writes a commit for each deployment after what ran before', () => {
    const path = 'environments/production/support/values.yaml';
    const commits = git(
      'gitops.git',
      'log',
      '--reverse',
      '--format=%H %cI',
    ).split('\n');
    expect(commits.map(line => line.split(' ')[1])).toEqual([
      '2025-03-04T09:59:00+00:00',
      '2025-03-04T10:00:00+00:00',
      '2025-03-04T11:00:00+00:00',
      '2025-03-04T11:30:00+00:00',
    ]);
    const tagAt = (commit: string, file = path) =>
      git('gitops.git', 'show', `${commit}:${file}`);
    const [imported, , rebuilt, unmerged] = commits.map(
      line => line.split(' ')[0],
    );
    expect(tagAt(imported)).toBe('image:\n  tag: "v7"');
    expect(tagAt(imported, 'environments/staging/support/values.yaml')).toBe(
      'image:\n  tag: "v8"',
    );
    const sha = git('support.git', 'rev-parse', 'main~1');
    expect(tagAt(rebuilt)).toBe(`image:\n  tag: "${sha}"`);
    expect(tagAt(unmerged)).toBe(`image:\n  tag: "${SHA.unmerged}"`);
  });

  it('leaves sound repositories', () => {
    expect(git('support.git', 'fsck', '--strict')).toBe('');
    expect(git('gitops.git', 'fsck', '--strict')).toBe('');
  });
});

import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ensureRepositories } from './ensureRepositories';

// They are thousands of commits
jest.setTimeout(60_000);

const directory = createMockDirectory();
const records = resolve(__dirname, '../../../../examples/delivery');

const ensure = (now: string, from = records) => {
  const logger = mockServices.logger.mock();
  return ensureRepositories({
    records: from,
    repositories: directory.resolve('state/repositories'),
    now: new Date(now),
    logger,
  }).then(delivery => ({ delivery, logged: logger.info.mock.calls.length }));
};

const log = (repository: string, format: string, ...args: string[]) =>
  execFileSync('git', ['log', `--format=${format}`, ...args], {
    cwd: directory.resolve('state/repositories', repository),
    encoding: 'utf8',
  }).trimEnd();

describe('ensureRepositories', () => {
  beforeEach(() => directory.clear());

  it('ends last week, and stays so', async () => {
    directory.setContent({
      'state/repositories.building-abc/gitops.git/HEAD': 'left by a kill',
    });
    const first = await ensure('2026-11-24T15:40:00Z');

    expect(first.delivery.weeksForward).toBe(38);
    // One line about all, ten about repositories
    expect(first.logged).toBe(11);
    expect(await readdir(directory.resolve('state'))).toEqual(['repositories']);
    // 27 February 2026 and 38 weeks
    expect(log('gitops.git', '%cI %s', '-1', '--grep=finder-frontend')).toBe(
      '2026-11-20T15:32:55+00:00 Deploy finder-frontend v821 to production',
    );

    const second = await ensure('2026-12-24T15:40:00Z');
    expect(second).toEqual({ delivery: first.delivery, logged: 0 });
  });

  it('deploys api-service three minutes before its budget goes, and rolls back', async () => {
    const { delivery } = await ensure('2026-11-24T15:40:00Z');
    const { 'api-service#409': bad, 'api-service#406': good } =
      delivery.apiServiceVersions;

    // The dip is on Wednesday, 11 November, from 14:05 to 15:50.
    expect(
      log(
        'gitops.git',
        '%cI %s',
        '--reverse',
        '--since=2026-11-11T00:00:00Z',
        '--until=2026-11-12T00:00:00Z',
        '--',
        ...['integration', 'staging', 'production'].map(
          environment => `environments/${environment}/api-service`,
        ),
      ).split('\n'),
    ).toEqual([
      `2026-11-11T12:57:00+00:00 Deploy api-service ${bad} to integration`,
      `2026-11-11T13:22:00+00:00 Deploy api-service ${bad} to staging`,
      `2026-11-11T14:02:00+00:00 Deploy api-service ${bad} to production`,
      `2026-11-11T15:40:00+00:00 Deploy api-service ${good} to production`,
    ]);
    expect(log('api-service.git', '%s', '-1', bad)).toBe(
      'Merge pull request #409 from demo/change-409',
    );
    // Nothing is of this week.
    expect(log('gitops.git', '%s', '--since=2026-11-22T00:00:00Z')).toBe('');
  });

  it('leaves nothing behind when it fails', async () => {
    directory.setContent({ 'records/deployments.csv': 'service,when\n' });
    await expect(
      ensure('2026-11-24T15:40:00Z', directory.resolve('records')),
    ).rejects.toThrow('expected the columns service,environment,');
    expect(await readdir(directory.resolve('state'))).toEqual([]);
  });
});

import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { TestRepository } from '../../git/__testUtils__/TestRepository';
import { Git } from '../../git/Git';
import { tellShortShas } from './tellShortShas';

jest.setTimeout(60_000);

describe('tellShortShas', () => {
  let repository: TestRepository;

  beforeEach(async () => {
    repository = await TestRepository.create();
  });
  afterEach(() => repository.remove());

  it('leaves digits that several commits begin with, and those of no commit', async () => {
    // Of so many, some have the first four digits in common.
    const commits = await repository.commits(
      Array.from({ length: 1_500 }, (_, index) => ({
        at: 1_772_442_000 + index,
        files: { a: `${index}` },
      })),
    );
    const withPrefix = (sha: string) =>
      commits.filter(other => other.startsWith(sha.slice(0, 4)));
    const shared = commits.find(sha => withPrefix(sha).length > 1)!;
    const alone = commits.find(sha => withPrefix(sha).length === 1)!;
    const blob = await repository.git('rev-parse', `${alone}:a`);
    const recorded: DoraEvent[] = [];
    await tellShortShas({
      git: new Git({ directory: repository.path, env: process.env }),
      key: 'github.com/acme/payments',
      repository: 'https://github.com/acme/payments',
      store: {
        shortShas: async () =>
          [shared.slice(0, 4), alone.slice(0, 4), blob.slice(0, 12)].map(
            shortSha => ({ version: `main-${shortSha}`, shortSha }),
          ),
      },
      sink: {
        cursor: async () => undefined,
        record: async ({ events }) => {
          recorded.push(...events);
          return { accepted: events.length, duplicates: 0 };
        },
        progress: async () => {},
        warn: async () => {},
      },
      signal: new AbortController().signal,
    });
    expect(recorded).toEqual([
      {
        type: 'version',
        id: `short:main-${alone.slice(0, 4)}`,
        repository: 'https://github.com/acme/payments',
        version: `main-${alone.slice(0, 4)}`,
        sha: alone,
      },
    ]);
  });
});

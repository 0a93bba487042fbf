import { mockServices } from '@backstage/backend-test-utils';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { cdEvent } from './cdEvent';
import { DemoReports } from './DemoReports';
import { demoSourceIds } from './demoSourceIds';

const { signal } = new AbortController();

const OWN = demoSourceIds('/state/repositories');

const source = (
  type: string,
  state: DoraSourceStatus['state'],
  id = type === 'git' ? OWN[0] : type,
): DoraSourceStatus => ({
  id,
  type,
  state,
  lastSeenAt: null,
  warnings: [],
});

const events = [
  cdEvent({
    id: 'incident-1-detected',
    subject: 'incident',
    predicate: 'detected',
    subjectId: '1',
    at: 1_780_000_000,
    content: { service: { id: 'support' } },
  }),
];

function demoReports(answers: {
  sources: DoraSourceStatus[];
  push: Response[];
}) {
  const logger = mockServices.logger.mock();
  const pushed: unknown[] = [];
  const reports = new DemoReports({
    api: { listSources: async () => ({ items: answers.sources }) },
    push: async batch => {
      pushed.push(batch);
      return answers.push.shift()!;
    },
    logger,
    events,
    repositorySources: OWN,
  });
  return {
    run: () => reports.run(signal),
    pushed,
    said: () => logger.info.mock.calls.map(([message]) => message),
  };
}

const read = [source('gitops', 'ok'), source('git', 'ok')];
const accepted = () =>
  Response.json({ accepted: 1, duplicates: 0 }, { status: 202 });

describe('DemoReports', () => {
  it.each([
    ['gitops and git', []],
    ['git', [source('gitops', 'ok')]],
    ['gitops', [source('gitops', 'backfilling'), source('git', 'ok')]],
    [
      'git',
      [
        source('gitops', 'ok'),
        source('git', 'ok'),
        source('git', 'waiting', OWN[1]),
      ],
    ],
    // Somebody else's
    ['git', [source('gitops', 'ok'), source('git', 'ok', 'git:file/srv/shop')]],
  ])('wait for %s', async (names, sources) => {
    const { run, pushed, said } = demoReports({ sources, push: [] });
    await run();
    await run();
    expect(pushed).toEqual([]);
    expect(said()).toEqual([
      `Demo incidents and rollouts: waiting for the sources ${names}`,
    ]);
  });

  it('are pushed once', async () => {
    const { run, pushed, said } = demoReports({
      sources: read,
      push: [accepted()],
    });
    await run();
    await run();
    expect(pushed).toEqual([events]);
    expect(said()).toEqual([
      'Demo incidents and rollouts: 1 pushed, 0 were there already',
    ]);
  });

  it.each<[string, DoraSourceStatus]>([
    [
      'of somebody else that cannot be read',
      source('git', 'failing', 'git:file/srv/plain-folder'),
    ],
    [
      'of somebody else that is read for long',
      source('git', 'backfilling', 'git:github.com/acme/monolith'),
    ],
    ['of the demo that cannot be read', source('git', 'failing', OWN[1])],
    [
      'of rollouts elsewhere',
      source('gitops', 'failing', 'gitops:github.com/acme/gitops'),
    ],
  ])('do not wait for a source %s', async (_, other) => {
    const { run, pushed } = demoReports({
      sources: [...read, other],
      push: [accepted()],
    });
    await run();
    expect(pushed).toEqual([events]);
  });

  it('are pushed again after a refusal', async () => {
    const refusal = Response.json(
      {
        error: { name: 'NotAllowedError', message: 'not yet' },
        response: { statusCode: 403 },
      },
      { status: 403 },
    );
    const { run, pushed, said } = demoReports({
      sources: read,
      push: [refusal, accepted()],
    });
    await run();
    await run();
    expect(pushed).toHaveLength(2);
    expect(said()).toEqual([
      'Demo incidents and rollouts: to be tried again, because of: not yet',
      'Demo incidents and rollouts: 1 pushed, 0 were there already',
    ]);
  });
});

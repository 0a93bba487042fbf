import { mockServices } from '@backstage/backend-test-utils';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { cdEvent } from './cdEvent';
import { DemoReports } from './DemoReports';

const { signal } = new AbortController();

const source = (
  type: string,
  state: DoraSourceStatus['state'],
): DoraSourceStatus => ({
  id: type,
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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import {
  deployment,
  instant,
  issue,
  pull,
  repository,
  review,
  sha,
  status,
} from './__testUtils__/githubShapes';
import { GithubWebhooks } from './GithubWebhooks';

jest.setTimeout(60_000);

const merged = () =>
  pull(7, {
    openedAt: '02T10:00',
    updatedAt: '02T14:00',
    mergedAt: '02T14:00',
    sha: sha(1),
  });

describe('GithubWebhooks', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let facts: FactsUnderTest;
  let topics: string[];
  let warnings: string[];
  let publish: (event: EventParams) => Promise<void>;

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    facts = await FactsUnderTest.create(knex, {
      services: [{ repository_url: 'https://github.com/acme/payments' }],
    });
    warnings = [];
    const webhooks = new GithubWebhooks({
      knex,
      recorder: facts.recorder,
      logger: {
        ...mockServices.logger.mock(),
        warn: (message: string) => warnings.push(message),
      } as unknown as ConstructorParameters<typeof GithubWebhooks>[0]['logger'],
      incidentLabels: ['incident'],
    });
    await webhooks.subscribe({
      publish: async () => {},
      subscribe: async options => {
        topics = options.topics;
        publish = options.onEvent;
      },
    });
  });

  const send = (name: string, payload: object) =>
    publish({
      topic: `github.${name}`,
      eventPayload: { repository: repository(), ...payload },
      metadata: { 'x-github-event': name },
    });

  it('listens to what the GitHub module of the host publishes', () => {
    expect(topics).toEqual([
      'github.deployment_status',
      'github.pull_request',
      'github.pull_request_review',
      'github.push',
      'github.issues',
    ]);
  });

  it('follows a change to production', async () => {
    const open = pull(7, { openedAt: '02T10:00', updatedAt: '02T12:30' });
    await send('pull_request', {
      action: 'opened',
      pull_request: { ...open, updated_at: instant('02T10:00') },
    });
    await send('pull_request_review', {
      action: 'submitted',
      review: review(1, 'renovate[bot]', '02T10:05', { type: 'Bot' }),
      pull_request: open,
    });
    await send('pull_request_review', {
      action: 'submitted',
      review: review(2, 'grace', '02T12:00', { state: 'commented' }),
      pull_request: open,
    });
    await send('pull_request', { action: 'closed', pull_request: merged() });
    await send('deployment_status', {
      action: 'created',
      deployment: deployment(21, '02T15:50', sha(1)),
      deployment_status: status(32, 'success', '02T16:00'),
    });

    expect(await facts.knex('dora_changes')).toEqual([
      expect.objectContaining({
        sha: sha(1),
        number: 7,
        opened_at: Date.parse(instant('02T10:00')),
        first_review_at: Date.parse(instant('02T12:00')),
        merged_at: Date.parse(instant('02T14:00')),
      }),
    ]);
    expect(await facts.knex('dora_shipped')).toEqual([
      expect.objectContaining({ lead_seconds: 6 * 3_600 }),
    ]);
  });

  it('counts a deployment by its last end', async () => {
    const of = (id: number, state: string, at: string) =>
      send('deployment_status', {
        action: 'created',
        deployment: deployment(21, '02T15:50', sha(1), { payload: '' }),
        deployment_status: status(id, state, at),
      });
    await of(1, 'in_progress', '02T15:55');
    expect(await facts.rollouts()).toEqual([]);
    await of(3, 'success', '02T16:10');
    await of(2, 'failure', '02T16:00');
    await of(4, 'inactive', '02T17:00');
    expect((await facts.rollouts()).map(row => row.outcome)).toEqual([
      'success',
    ]);
  });

  it('knows rollbacks, services of a monorepo, and previews', async () => {
    const of = (id: number, rest: object) =>
      send('deployment_status', {
        action: 'created',
        deployment: deployment(id, '02T15:50', sha(id), rest),
        deployment_status: status(id, 'success', `02T16:${10 + id}`),
      });
    await of(1, { task: 'deploy:rollback' });
    await of(2, { payload: { service: 'payments' }, ref: 'v2.0.0' });
    await of(3, { payload: '{"service":"unknown"}' });
    await of(4, { transient_environment: true });
    const logged = (await facts.knex('dora_events').orderBy('at')).map(row => [
      row.subject,
      row.version,
      JSON.parse(row.payload).kind,
    ]);
    expect(logged).toEqual([
      ['repository:https://github.com/acme/payments', sha(1), 'rollback'],
      ['name:payments', 'v2.0.0', undefined],
      ['name:unknown', sha(3), undefined],
    ]);
  });

  it('takes labelled issues as incidents, as long as they are labelled', async () => {
    const of = (action: string, rest: object, more: object = {}) =>
      send('issues', {
        action,
        issue: issue(40, {
          openedAt: '02T17:00',
          updatedAt: '02T17:00',
          ...rest,
        }),
        ...more,
      });
    const incidents = async () =>
      (await facts.knex('dora_incidents')).map(row => row.resolved_at);

    await of('opened', { labels: ['question'] });
    expect(await facts.knex('dora_events')).toEqual([]);
    await of(
      'labeled',
      { updatedAt: '02T17:01' },
      { label: { name: 'incident' } },
    );
    expect(await incidents()).toEqual([null]);
    await of('closed', { updatedAt: '02T18:00', closedAt: '02T18:00' });
    expect(await incidents()).toEqual([Date.parse(instant('02T18:00'))]);
    await of('reopened', { updatedAt: '02T18:30' });
    expect(await incidents()).toEqual([null]);
    await of(
      'unlabeled',
      { updatedAt: '02T19:00', labels: [] },
      { label: { name: 'incident' } },
    );
    expect(await incidents()).toEqual([]);
  });

  it('takes direct commits and tags from pushes', async () => {
    const head = {
      id: sha(5),
      message: `Fix rounding (#12)\n\nThis reverts commit ${sha(4)}.`,
      timestamp: '2026-03-02T12:00:00+01:00',
      url: `https://github.com/acme/payments/commit/${sha(5)}`,
    };
    const push = (ref: string, rest: object = {}) =>
      send('push', {
        ref,
        head_commit: head,
        repository: repository({ pushed_at: 1_772_449_200 }),
        ...rest,
      });
    await push('refs/heads/main');
    await push('refs/heads/topic');
    await push('refs/tags/v1.0.0');
    await push('refs/heads/main', { head_commit: null, deleted: true });

    expect(await facts.knex('dora_changes')).toEqual([
      expect.objectContaining({
        sha: sha(5),
        number: 12,
        title: 'Fix rounding (#12)',
        merged_at: Date.parse('2026-03-02T11:00:00Z'),
        reverts: JSON.stringify({ shas: [sha(4)], numbers: [] }),
      }),
    ]);
    expect(await facts.knex('dora_versions')).toEqual([
      {
        repository: 'github.com/acme/payments',
        version: 'v1.0.0',
        sha: sha(5),
      },
    ]);
    expect(await facts.knex('dora_events')).toHaveLength(2);
  });

  it('lets alone repositories of no component, and what it cannot read', async () => {
    await send('pull_request', {
      action: 'closed',
      pull_request: merged(),
      repository: repository({ html_url: 'https://github.com/acme/other' }),
    });
    await send('pull_request', { action: 'closed', pull_request: {} });
    await send('pull_request', { repository: 'none' });
    await publish({ topic: 'github.star', eventPayload: {} });
    expect(await facts.knex('dora_events')).toEqual([]);
    expect(warnings).toEqual(
      Array(2).fill(
        "A webhook 'pull_request' of GitHub was left out, because it is not of the expected form",
      ),
    );
  });
});

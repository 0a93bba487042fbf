import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import { CollectSources } from '../sources/CollectSources';
import { SourceStore } from '../sources/SourceStore';
import {
  commit,
  deployment,
  instant,
  issue,
  pull,
  repository,
  review,
  sha,
  status,
} from './__testUtils__/githubShapes';
import { StandInGithub } from './__testUtils__/StandInGithub';
import { GithubSources } from './GithubSources';

jest.setTimeout(60_000);

const BASE = '/repos/acme/payments';

describe('GithubRepositorySource', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let github: StandInGithub;
  let facts: FactsUnderTest;
  let sources: CollectSources;

  beforeEach(async () => {
    github = await StandInGithub.start();
    const knex = await databases.init('SQLITE_3');
    facts = await FactsUnderTest.create(knex, {
      services: [
        { repository_url: 'https://github.com/acme/payments' },
        {
          entity_ref: 'component:default/elsewhere',
          name: 'elsewhere',
          repository: 'git.example/acme/elsewhere',
          repository_url: 'https://git.example/acme/elsewhere',
        },
      ],
    });
    sources = new CollectSources({
      knex,
      recorder: facts.recorder,
      store: new SourceStore(),
      logger: mockServices.logger.mock(),
      groups: [
        new GithubSources({
          knex,
          integrations: ScmIntegrations.fromConfig(
            new ConfigReader({
              integrations: {
                github: [
                  {
                    host: 'github.com',
                    apiBaseUrl: github.url,
                    token: 'the-token',
                  },
                ],
              },
            }),
          ),
          schedule: {
            frequency: { minutes: 10 },
            timeout: { minutes: 15 },
          },
          incidentLabels: ['incident', 'outage'],
          since: '2026-01-01T00:00:00Z',
        }),
      ],
    });

    const { resources } = github;
    resources.set(BASE, repository());
    resources.set(`${BASE}/tags`, [
      { name: 'v1.2.0', commit: { sha: sha(1), url: 'x' } },
    ]);
    resources.set(`${BASE}/deployments`, []);
    resources.set(`${BASE}/issues`, []);
    resources.set(`${BASE}/pulls`, []);
  });
  afterEach(() => github.stop());

  const pass = () =>
    sources.run(sources.groups[0], new AbortController().signal);
  const state = async () => (await sources.list())[0];
  const asked = () => {
    const urls = github.requests.map(({ url }) => url.replace(BASE, ''));
    github.requests.splice(0);
    return urls;
  };
  /** A merged pull request with all about it. */
  const givePull = () => {
    github.resources.set(`${BASE}/pulls`, [
      pull(8, { openedAt: '02T13:00', updatedAt: '02T15:00' }),
      pull(7, {
        openedAt: '02T10:00',
        updatedAt: '02T14:00',
        mergedAt: '02T14:00',
        sha: sha(1),
      }),
      pull(6, {
        openedAt: '01T10:00',
        updatedAt: '01T12:00',
        mergedAt: '01T12:00',
        sha: sha(2),
        base: { ref: 'release' },
      }),
    ]);
    github.resources.set(`${BASE}/pulls/7/reviews`, [
      review(1, 'renovate[bot]', '02T10:01', { type: 'Bot' }),
      review(2, 'ada', '02T10:30', { state: 'COMMENTED' }),
      review(3, 'grace', null, { state: 'PENDING' }),
      review(4, 'grace', '02T12:00'),
      review(5, 'alan', '02T13:00'),
    ]);
    github.resources.set(`${BASE}/pulls/7/commits`, [
      commit('01T09:00', '01T09:00'),
      commit('02T09:00', '02T09:30'),
      // merged from main
      commit('01T01:00', '01T01:00', 2),
    ]);
  };

  it('collects what a change took from its first commit to production', async () => {
    givePull();
    github.resources.set(`${BASE}/deployments`, [
      deployment(21, '02T15:50', sha(1), { ref: 'v1.2.0' }),
    ]);
    github.resources.set(`${BASE}/deployments/21/statuses`, [
      status(33, 'inactive', '03T09:00'),
      status(32, 'success', '02T16:00'),
      status(31, 'in_progress', '02T15:51'),
    ]);
    github.resources.set(`${BASE}/issues`, [
      issue(40, {
        openedAt: '02T17:00',
        updatedAt: '02T18:00',
        closedAt: '02T18:00',
        labels: ['outage', 'service:payments'],
      }),
      issue(41, {
        openedAt: '02T17:00',
        updatedAt: '02T18:00',
        pull_request: { url: 'x' },
      }),
    ]);

    await pass();

    expect((await state()).error).toBeUndefined();
    expect(await state()).toMatchObject({
      id: 'github:github.com/acme/payments',
      type: 'github',
      state: 'ok',
      warnings: [],
    });
    expect(await facts.rollouts()).toEqual([
      expect.objectContaining({
        entity_ref: 'component:default/payments',
        environment: 'production',
        version: '1.2.0'.replace(/^/, 'v'),
        sha: sha(1),
        outcome: 'success',
        finished_at: Date.parse(instant('02T16:00')),
      }),
    ]);
    expect(await facts.knex('dora_changes')).toEqual([
      expect.objectContaining({
        sha: sha(1),
        number: 7,
        title: 'Change 7',
        branch: 'topic',
        first_commit_at: Date.parse(instant('01T09:00')),
        opened_at: Date.parse(instant('02T10:00')),
        first_review_at: Date.parse(instant('02T12:00')),
        merged_at: Date.parse(instant('02T14:00')),
      }),
    ]);
    // 1 March 09:00 to 2 March 16:00
    expect(await facts.knex('dora_shipped')).toEqual([
      expect.objectContaining({ lead_seconds: 31 * 3_600 }),
    ]);
    expect(await facts.knex('dora_incidents')).toEqual([
      expect.objectContaining({
        title: 'Payments fail',
        opened_at: Date.parse(instant('02T17:00')),
        resolved_at: Date.parse(instant('02T18:00')),
      }),
    ]);
    expect(github.requests[0].token).toBe('token the-token');
  });

  it('asks the next time only for what is new', async () => {
    givePull();
    await pass();
    asked();
    await pass();
    expect(github.requests.map(({ status: code }) => code)).toEqual([
      200, 304, 200, 200, 304,
    ]);
    expect(asked().map(url => url.split('?')[0])).toEqual([
      '',
      '/deployments',
      '/issues',
      '/issues',
      '/pulls',
    ]);

    // one more is merged
    const pulls = github.resources.get(`${BASE}/pulls`) as object[];
    github.resources.set(`${BASE}/pulls`, [
      pull(9, {
        openedAt: '03T10:00',
        updatedAt: '03T11:00',
        mergedAt: '03T11:00',
        sha: sha(3),
      }),
      ...pulls,
    ]);
    github.resources.set(`${BASE}/pulls/9/reviews`, []);
    github.resources.set(`${BASE}/pulls/9/commits`, []);
    await pass();
    const urls = asked();
    expect(urls.filter(url => url.startsWith('/pulls/9/'))).toHaveLength(2);
    expect(urls.filter(url => url.startsWith('/pulls/7/'))).toEqual([]);
    expect(await facts.knex('dora_changes')).toHaveLength(2);
  });

  it('goes on after a pass that was cut short', async () => {
    const many = Array.from({ length: 120 }, (_, index) => 120 - index);
    github.resources.set(
      `${BASE}/pulls`,
      many.map(number =>
        pull(number, {
          openedAt: '02T10:00',
          updatedAt: '02T14:00',
          mergedAt: '02T14:00',
          sha: sha(1_000 + number),
        }),
      ),
    );
    for (const number of many) {
      github.resources.set(`${BASE}/pulls/${number}/reviews`, []);
      github.resources.set(`${BASE}/pulls/${number}/commits`, []);
    }
    github.faults.push({
      path: '/pulls/11/commits',
      status: 403,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 1_800),
      },
    });

    await pass();

    const failed = await state();
    expect(failed.state).toBe('failing');
    expect(failed.error).toMatch(
      /^The rate limit of github\.com is used up until \d{4}-.*Z; the source goes on then$/,
    );
    expect(await facts.knex('dora_changes')).toHaveLength(109);

    // until then nothing is asked
    asked();
    await pass();
    expect(asked()).toEqual([]);

    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_900_000);
    try {
      await pass();
    } finally {
      jest.restoreAllMocks();
    }
    expect((await state()).state).toBe('ok');
    expect(await facts.knex('dora_changes')).toHaveLength(120);
    expect(
      asked().filter(url => /^\/pulls\/\d+\/commits/.test(url)),
    ).toHaveLength(11);
  });

  it('waits for a deployment that has not ended', async () => {
    const now = Date.now();
    const recent = (minutesAgo: number) =>
      new Date(now - minutesAgo * 60_000).toISOString();
    const deployments = [
      {
        ...deployment(22, '02T10:00', sha(2)),
        created_at: recent(5),
      },
      {
        ...deployment(21, '02T10:00', sha(1)),
        created_at: recent(10),
      },
    ];
    github.resources.set(`${BASE}/deployments`, deployments);
    github.resources.set(`${BASE}/deployments/21/statuses`, [
      { ...status(31, 'in_progress', '02T10:00'), created_at: recent(9) },
    ]);
    github.resources.set(`${BASE}/deployments/22/statuses`, [
      { ...status(32, 'failure', '02T10:00'), created_at: recent(4) },
    ]);
    await pass();
    expect((await facts.rollouts()).map(row => row.outcome)).toEqual([
      'failure',
    ]);

    github.resources.set(`${BASE}/deployments/21/statuses`, [
      { ...status(33, 'success', '02T10:00'), created_at: recent(1) },
      { ...status(31, 'in_progress', '02T10:00'), created_at: recent(9) },
    ]);
    await pass();
    expect((await facts.rollouts()).map(row => row.outcome)).toEqual([
      'failure',
      'success',
    ]);
  });

  it('moves a tag, and reads all pages of them', async () => {
    const tags = (first: number) =>
      Array.from({ length: 150 }, (_, index) => ({
        name: `v${index}`,
        commit: { sha: sha(first + index) },
      }));
    github.resources.set(`${BASE}/tags`, tags(1));
    await pass();
    expect(await facts.knex('dora_versions')).toHaveLength(150);

    github.resources.set(BASE, repository({ pushed_at: instant('05T10:00') }));
    github.resources.set(`${BASE}/tags`, [
      { name: 'v0', commit: { sha: sha(77_777) } },
      ...tags(1).slice(1),
    ]);
    await pass();
    expect(
      await facts.knex('dora_versions').where('version', 'v0').first(),
    ).toMatchObject({ sha: sha(77_777) });
  });

  it.each([
    [
      404,
      `github.com has no repository 'acme/payments', or the credentials under integrations.github may not read it`,
    ],
    [401, 'github.com refuses the credentials under integrations.github'],
    [
      403,
      'The credentials under integrations.github may not read /repos/acme/payments of github.com',
    ],
  ])('says what %d means', async (code, message) => {
    github.faults.push({ path: BASE, status: code });
    await pass();
    const { state: is, error } = await state();
    expect([is, error]).toEqual(['failing', message]);
    expect(error).not.toContain('the-token');
  });

  it('names what is of another form', async () => {
    github.resources.set(`${BASE}/pulls`, [{ number: 'seven' }]);
    await pass();
    expect((await state()).error).toMatch(
      /^github\.com answers \/repos\/acme\/payments\/pulls in an unexpected form: \[0\]\.number: /,
    );
  });
});

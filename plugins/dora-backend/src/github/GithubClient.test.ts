import { z } from 'zod';
import { StandInGithub } from './__testUtils__/StandInGithub';
import { GithubClient } from './GithubClient';
import { rateLimitWait } from './rateLimitWait';

const NOW = Date.parse('2026-03-02T10:00:00Z');

describe('rateLimitWait', () => {
  it.each<
    [string, Partial<Parameters<typeof rateLimitWait>[0]>, number | undefined]
  >([
    ['retry-after', { headers: { 'retry-after': '30' } }, 30_000],
    [
      'retry-after of 429',
      { status: 429, headers: { 'retry-after': '2' } },
      2_000,
    ],
    [
      'the end of the hour, and a second for the clocks',
      {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(NOW / 1_000 + 90),
        },
      },
      91_000,
    ],
    [
      'an end that is over',
      {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(NOW / 1_000 - 90),
        },
      },
      1_000,
    ],
    [
      'a secondary limit without a time',
      { message: 'You have exceeded a secondary rate limit.' },
      60_000,
    ],
    ['429 without a time', { status: 429 }, 60_000],
    [
      '403 for another reason',
      { message: 'Resource not accessible' },
      undefined,
    ],
    ['404', { status: 404, headers: { 'retry-after': '30' } }, undefined],
  ])('%s', (_, answer, expected) => {
    expect(
      rateLimitWait({
        status: 403,
        headers: {},
        message: '',
        now: NOW,
        ...answer,
      }),
    ).toBe(expected);
  });
});

describe('GithubClient', () => {
  let github: StandInGithub;
  let client: GithubClient;
  beforeEach(async () => {
    github = await StandInGithub.start();
    github.resources.set('/thing', { a: 1 });
    client = new GithubClient({
      host: 'github.example',
      apiBaseUrl: github.url,
      credentials: {
        getCredentials: async () => ({ type: 'token', token: 'the-token' }),
      },
      pauseMs: 5,
    });
  });
  afterEach(() => github.stop());

  const one = (signal = new AbortController().signal) =>
    client.one({
      url: 'https://github.example/acme/a',
      path: '/thing',
      schema: z.object({ a: z.number() }),
      signal,
    });
  const statuses = () => github.requests.map(({ status }) => status);

  it('asks GitHub Enterprise below its own path', async () => {
    github.resources.set('/api/v3/repos/acme/a', { a: 2 });
    const enterprise = new GithubClient({
      host: 'github.example',
      apiBaseUrl: `${github.url}/api/v3`,
      credentials: {
        getCredentials: async ({ url }) => ({ type: 'token', token: url }),
      },
    });
    await expect(
      enterprise.one({
        url: 'https://github.example/acme/a',
        path: '/repos/acme/a',
        schema: z.object({ a: z.number() }),
        signal: new AbortController().signal,
      }),
    ).resolves.toEqual({ a: 2 });
    expect(github.requests[0].token).toBe(
      'token https://github.example/acme/a',
    );
  });

  it('tries again what failed on the way', async () => {
    for (const status of [502, 500, 503]) {
      github.faults.push({ path: '/thing', status, body: '<html>Unicorn!' });
    }
    await expect(one()).resolves.toEqual({ a: 1 });
    expect(statuses()).toEqual([502, 500, 503, 200]);
  });

  it('gives up after four tries', async () => {
    for (let i = 0; i < 5; i++) {
      github.faults.push({ path: '/thing', status: 502 });
    }
    await expect(one()).rejects.toThrow(
      'github.example could not be asked for /thing: Fault',
    );
    expect(statuses()).toEqual([502, 502, 502, 502]);
  });

  it('waits as it is told, for a secondary limit too', async () => {
    github.faults.push({
      path: '/thing',
      status: 403,
      headers: { 'retry-after': '1' },
      body: { message: 'You have exceeded a secondary rate limit' },
    });
    const begun = Date.now();
    await expect(one()).resolves.toEqual({ a: 1 });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  });

  it('asks nothing before a long limit is over', async () => {
    github.faults.push({
      path: '/thing',
      status: 429,
      headers: { 'retry-after': '3600' },
    });
    await expect(one()).rejects.toThrow(
      'The rate limit of github.example is used up until',
    );
    await expect(one()).rejects.toThrow('the source goes on then');
    expect(statuses()).toEqual([429]);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    github.faults.push({
      path: '/thing',
      status: 403,
      headers: { 'retry-after': '50' },
    });
    const asking = one(abort.signal);
    setTimeout(() => abort.abort(), 50);
    await expect(asking).rejects.toThrow(/abort/i);
  });

  it('says when nobody is there', async () => {
    await github.stop();
    await expect(one()).rejects.toThrow(
      'github.example could not be asked for /thing',
    );
    github = await StandInGithub.start();
  });
});

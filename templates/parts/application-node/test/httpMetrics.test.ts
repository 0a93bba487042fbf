import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createApp } from '../src/app.js';

type Request = string | { method: 'GET'; url: string };

/** The lines of /metrics that begin with one of the names, after the requests. */
async function metricsAfter(requests: Request[], ...names: string[]) {
  const { http } = createApp({ logTo: new PassThrough() });
  for (const request of requests) {
    await http.inject(request);
  }
  const { body } = await http.inject('/metrics');
  return body
    .split('\n')
    .filter((line) => names.some((name) => line.startsWith(`${name}{`)));
}

test('counts by method, route template and status', async () => {
  const lines = await metricsAfter(
    ['/api/greetings/Ada', '/api/greetings/Bob', '/api/greetings/1'],
    'http_requests_total',
    'http_request_duration_seconds_count',
  );
  for (const [status, count] of [
    [200, 2],
    [400, 1],
    [500, 0],
  ]) {
    const labels = `{method="GET",route="/api/greetings/:name",status="${status}"}`;
    assert.ok(lines.includes(`http_requests_total${labels} ${count}`));
    assert.ok(
      lines.includes(`http_request_duration_seconds_count${labels} ${count}`),
    );
  }
});

test('makes one series of however many unknown paths and methods', async () => {
  const before = await metricsAfter([], 'http_requests_total');
  const after = await metricsAfter(
    Array.from({ length: 40 }, (_, n) => `/wp-admin/${n}`).concat(
      Array.from({ length: 40 }, (_, n) => `/wp-admin/${n}?q=${n}`),
    ),
    'http_requests_total',
  );
  const labels = '{method="GET",route="unmatched",status="404"}';
  assert.deepEqual(
    after.filter((line) => !before.includes(line)),
    [`http_requests_total${labels} 80`],
  );

  const methods = ['PROPFIND', 'PURGE', 'LINK', 'SOURCE', 'TRACE'];
  const other = await metricsAfter(
    methods.map((method) => ({ method: method as 'GET', url: '/' })),
    'http_requests_total',
  );
  assert.deepEqual(
    other.filter((line) => !before.includes(line)),
    ['http_requests_total{method="other",route="unmatched",status="404"} 5'],
  );
});

test('has a bucket for each latency that objectives name', async () => {
  const buckets = await metricsAfter(
    ['/api/greetings/Ada'],
    'http_request_duration_seconds_bucket',
  );
  assert.deepEqual(
    [...new Set(buckets.map((line) => /le="([^"]+)"/.exec(line)?.[1]))],
    '0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 +Inf'.split(' '),
  );
});

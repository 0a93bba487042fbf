import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createApp } from '../src/app.js';

test('greets', async () => {
  const { http } = createApp({ logTo: new PassThrough() });
  const answer = await http.inject('/api/greetings/Ada');
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), { message: 'Hello, Ada!' });
});

for (const name of ['1st', 'a%20b', 'x'.repeat(41), '%3Cscript%3E']) {
  test(`refuses to greet ${name}`, async () => {
    const { http } = createApp({ logTo: new PassThrough() });
    const answer = await http.inject(`/api/greetings/${name}`);
    assert.equal(answer.statusCode, 400);
    assert.match(answer.json().error, /name/);
  });
}

test('is alive without anything else, and ready until it is told to stop', async () => {
  const { http, readiness } = createApp({ logTo: new PassThrough() });
  assert.equal((await http.inject('/healthz')).statusCode, 200);
  assert.equal((await http.inject('/readyz')).statusCode, 200);

  readiness.end();
  assert.equal((await http.inject('/healthz')).statusCode, 200);
  assert.equal((await http.inject('/readyz')).statusCode, 503);
  const last = await http.inject('/api/greetings/Ada');
  assert.equal(last.statusCode, 200);
  assert.equal(last.headers.connection, 'close');
});

test('logs requests as JSON, without what the client sent', async () => {
  const lines = new PassThrough();
  const { http } = createApp({ logTo: lines });
  http.get('/broken', async () => {
    throw new Error('no such table');
  });
  await http.inject({
    url: '/api/greetings/Ada?token=s3cret',
    headers: { authorization: 'Bearer s3cret' },
  });
  await http.inject('/healthz');
  const broken = await http.inject('/broken?token=s3cret');
  assert.deepEqual(broken.json(), { error: 'internal error' });

  const text = String(lines.read());
  assert.doesNotMatch(text, /s3cret|Ada/);
  const logged = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    logged.map(({ level, message, route, status }) => ({
      ...{ level, message, route, status },
    })),
    [
      {
        level: 'info',
        message: 'request',
        route: '/api/greetings/:name',
        status: 200,
      },
      {
        level: 'error',
        message: 'request failed',
        route: undefined,
        status: undefined,
      },
      { level: 'info', message: 'request', route: '/broken', status: 500 },
    ],
  );
  assert.equal(logged[1].err.message, 'no such table');
});

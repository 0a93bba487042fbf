import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

const { SMOKE_URL } = process.env;
if (!SMOKE_URL) {
  throw new Error('SMOKE_URL must be the address of a deployed service');
}

function get(path: string): Promise<Response> {
  return fetch(new URL(path, SMOKE_URL), {
    signal: AbortSignal.timeout(10_000),
  });
}

test('answers once it is reachable', async () => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await get('/api/greetings/smoke').catch(String);
    if (answer instanceof Response && answer.status === 200) {
      assert.deepEqual(await answer.json(), { message: 'Hello, smoke!' });
      return;
    }
    const seen = answer instanceof Response ? answer.status : answer;
    assert.ok(Date.now() < deadline, `${SMOKE_URL} answers ${seen}`);
    await wait(1000);
  }
});

test('refuses what it does not know', async () => {
  assert.equal((await get('/api/greetings/1')).status, 400);
  assert.equal((await get('/api/nothing')).status, 404);
});

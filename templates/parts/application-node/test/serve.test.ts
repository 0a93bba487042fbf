import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

async function start() {
  const service = spawn(
    process.execPath,
    [new URL('slowService.js', import.meta.url).pathname],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface(service.stdout)) {
    if (line.startsWith('http')) {
      return { service, origin: line };
    }
  }
  throw new Error('The service ended before it listened');
}

/** The exit code, and the seconds that it took to get it. */
async function stop(service: ChildProcess) {
  const from = performance.now();
  service.kill('SIGTERM');
  const [code] = await once(service, 'exit');
  return { code, seconds: (performance.now() - from) / 1000 };
}

test('stops without dropping a request', async () => {
  const { service, origin } = await start();
  const slow = fetch(`${origin}/slow/3`);
  await wait(300);
  const stopped = stop(service);
  await wait(300);

  assert.equal((await fetch(`${origin}/readyz`)).status, 503);
  assert.equal((await fetch(`${origin}/api/greetings/Ada`)).status, 200);
  assert.equal(await (await slow).text(), 'done');
  const { code, seconds } = await stopped;
  assert.equal(code, 0);
  assert.ok(seconds > 1 && seconds < 10, `${seconds} s`);
});

test('stops within ten seconds, whatever is under way', async () => {
  const { service, origin } = await start();
  const endless = fetch(`${origin}/slow/60`).catch(() => 'dropped');
  await wait(300);
  const { code, seconds } = await stop(service);
  assert.equal(code, 1);
  assert.ok(seconds > 5 && seconds < 10, `${seconds} s`);
  assert.equal(await endless, 'dropped');
});

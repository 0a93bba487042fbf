import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { waitForHost } from './waitForHost.mjs';

test('waits until the demo user may sign in', async t => {
  const statuses = [503, 401, 200];
  const asked = [];
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.end('<html>');
      return;
    }
    asked.push([request.url, request.headers['x-demo-user']]);
    response.writeHead(statuses[asked.length - 1]).end();
  }).listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}`;

  await waitForHost({ appUrl: url, backendUrl: url, demoSignIn: true });

  assert.deepEqual(
    asked,
    Array(3).fill(['/api/auth/demo/refresh', 'platform-lead']),
  );
});

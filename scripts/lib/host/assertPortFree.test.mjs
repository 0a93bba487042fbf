import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { assertPortFree } from './assertPortFree.mjs';

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`sees a program that listens on ${host}`, async () => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const { port } = server.address();

    await assert.rejects(assertPortFree(port, { usedFor: 'the app' }), {
      name: 'UserError',
      message: new RegExp(`^Port ${port}, on which the app listens, is taken`),
    });

    server.close();
    await once(server, 'close');
    await assertPortFree(port, { usedFor: 'the app' });
  });
}

import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { GitHttpBackend } from './GitHttpBackend';

const directory = createMockDirectory({ content: { git: {} } });
const close: (() => void)[] = [];
afterEach(() => close.splice(0).forEach(one => one()));

async function serve(limits: {
  maxBytes?: number;
  timeoutMs?: number;
  maxProcesses?: number;
}) {
  const repository = await new DemoRepositories({
    folder: directory.resolve('git'),
  }).ensure('shop');
  const backend = new GitHttpBackend({
    logger: mockServices.logger.mock(),
    ...limits,
  });
  const errors: Error[] = [];
  const router = PromiseRouter();
  router.post('/', (request, response) =>
    backend.serve({
      repository,
      path: 'git-receive-pack',
      mayPush: true,
      request,
      response,
    }),
  );
  const app = express();
  app.use(router);
  app.use(((error, _req, res, _next) => {
    errors.push(error);
    res.status(error.name === 'ServiceUnavailableError' ? 503 : 500).end();
  }) as express.ErrorRequestHandler);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  return { port, errors };
}

/** A push that has begun, and goes on until it is ended. */
function push(port: number) {
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    headers: { 'content-type': 'application/x-git-receive-pack-request' },
  });
  request.flushHeaders();
  const status = once(request, 'response').then(
    ([response]) => response.resume().statusCode,
  );
  request.on('error', () => {});
  close.push(() => request.destroy());
  return { request, status };
}

describe('GitHttpBackend', () => {
  it('ends what takes too long', async () => {
    const { port, errors } = await serve({ timeoutMs: 300 });
    const begun = Date.now();
    expect(await push(port).status).toBe(500);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(errors[0].message).toMatch('git http-backend ended with null');
  });

  it('ends what sends too much', async () => {
    const { port, errors } = await serve({ maxBytes: 1_000 });
    const { request, status } = push(port);
    request.write(Buffer.alloc(2_000, '0'));
    expect(await status).toBe(500);
    expect(errors).toHaveLength(1);
  });

  it('answers no more at once than it may', async () => {
    const { port } = await serve({ maxProcesses: 1, timeoutMs: 2_000 });
    const first = push(port);
    // It has begun when the second one comes
    await new Promise(resolve => setTimeout(resolve, 200));
    const second = push(port);
    expect(await second.status).toBe(503);
    expect(await first.status).toBe(500);
    const third = push(port);
    third.request.end('0000');
    expect(await third.status).toBe(200);
  });
});

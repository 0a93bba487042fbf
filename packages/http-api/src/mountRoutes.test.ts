import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { FileAnswer } from './FileAnswer';
import { mountRoutes } from './mountRoutes';
import { openApiDocument } from './openApiDocument';
import { rawBody } from './rawBody';
import { defineRoute, defineSignedRoute } from './Route';
import { signedPaths } from './signedPaths';

const none = z.strictObject({});

let told = 0;

async function* numbers({ n, failAt }: { n: number; failAt: number }) {
  for (told = 0; told < n; told++) {
    if (told === failAt) {
      throw new NotFoundError(`No number ${failAt}`);
    }
    yield `${told}\r\n`.padEnd(1_000);
  }
}

const routes = [
  defineRoute({
    method: 'post',
    path: '/notes/{id}',
    summary: 'Takes a note',
    params: z.strictObject({ id: z.string() }),
    query: none,
    body: z.strictObject({
      text: z.string(),
      links: z.array(z.strictObject({ to: z.string() })).optional(),
    }),
    bodyLimit: 100,
    status: 201,
    response: z.object({ id: z.string(), text: z.string() }),
    handle: async ({ params, body }) => ({ ...params, ...body }),
  }),
  defineRoute({
    method: 'delete',
    path: '/notes/{id}',
    summary: 'Removes a note',
    params: z.strictObject({ id: z.string() }),
    query: none,
    status: 204,
    response: z.undefined(),
    handle: async () => undefined,
  }),
  defineRoute({
    method: 'get',
    path: '/notes.csv',
    summary: 'Notes as a table',
    params: none,
    query: none,
    response: z.object({}),
    produces: ['text/csv'],
    handle: async () =>
      new FileAnswer({
        contentType: 'text/csv; charset=utf-8',
        content: 'id,text\n',
        fileName: 'notes.csv',
        etag: '"v1"',
      }),
  }),
  defineRoute({
    method: 'get',
    path: '/numbers.csv',
    summary: 'Numbers, one by one',
    params: none,
    query: z.strictObject({ n: z.coerce.number(), failAt: z.coerce.number() }),
    response: z.object({}),
    produces: ['text/csv'],
    handle: async ({ query }) =>
      new FileAnswer({
        contentType: 'text/csv; charset=utf-8',
        fileName: 'numbers.csv',
        content: numbers(query),
      }),
  }),
  defineSignedRoute({
    method: 'post',
    path: '/hooks/{name}',
    summary: 'Takes a signed message',
    params: z.strictObject({ name: z.string() }),
    query: none,
    body: rawBody('As the sender signed it'),
    consumes: ['application/json', 'application/cloudevents+json'],
    bodyLimit: 100,
    status: 202,
    response: z.object({}),
    handle: async ({ body, headers }) => ({
      bytes: body.toString('hex'),
      signature: headers['x-signature'],
    }),
  }),
];

describe('mountRoutes', () => {
  const app = express()
    .use(mountRoutes({ routes, httpAuth: mockServices.httpAuth() }))
    .use(mockErrorHandler());
  const user = mockCredentials.user.header();
  const post = (path: string, type = 'application/json') =>
    request(app)
      .post(path)
      .set('authorization', user)
      .set('content-type', type);

  describe('with a file that comes in parts', () => {
    const get = (n: number, failAt: number) =>
      request(app)
        .get(`/numbers.csv?n=${n}&failAt=${failAt}`)
        .set('authorization', user);

    it('sends all of them', async () => {
      const { headers, text } = await get(5_000, -1).buffer(true);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toContain('numbers.csv');
      expect(text).toHaveLength(5_000_000);
      expect(text.endsWith('4999\r\n'.padEnd(1_000))).toBe(true);
      expect((await get(0, -1).buffer(true)).text).toBe('');
    });

    it('answers what fails at once with its error', async () => {
      const { status, body, headers } = await get(3, 0);
      expect(status).toBe(404);
      expect(body.error.message).toBe('No number 0');
      expect(headers).not.toHaveProperty('content-disposition');
    });

    it('breaks off what fails later, rather than to end it as if it were whole', async () => {
      await expect(get(3, 2)).rejects.toThrow(/aborted|hang up|reset/);
    });

    it('reads no further than the client does', async () => {
      const server = app.listen(0);
      const { port } = server.address() as AddressInfo;
      const answer = await fetch(
        `http://127.0.0.1:${port}/numbers.csv?n=1000000&failAt=-1`,
        { headers: { authorization: user } },
      );
      const reader = answer.body!.getReader();
      await reader.read();
      await reader.cancel();
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      });
      expect(told).toBeLessThan(100_000);
    });
  });

  it('answers with the status of the route', async () => {
    const created = await post('/notes/a').send('{"text":"b"}');
    expect([created.status, created.body]).toEqual([
      201,
      { id: 'a', text: 'b' },
    ]);
    const removed = await request(app)
      .delete('/notes/a')
      .set('authorization', user);
    expect([removed.status, removed.text]).toEqual([204, '']);
  });

  it('answers with a file, once', async () => {
    const get = () => request(app).get('/notes.csv').set('authorization', user);
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('id,text\n');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="notes.csv"',
      etag: '"v1"',
    });
    expect((await get().set('if-none-match', '"v1"')).status).toBe(304);
  });

  it('gives a signed body as it was sent, whoever sent it', async () => {
    const answer = await request(app)
      .post('/hooks/a')
      .set('authorization', 'Bearer none of Backstage')
      .set('content-type', 'application/cloudevents+json; charset=utf-8')
      .set('x-signature', 'v1=0')
      .send('{ "a":\t1}\0');
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      bytes: Buffer.from('{ "a":\t1}\0').toString('hex'),
      signature: 'v1=0',
    });
  });

  it.each<[string, string, string, number, string]>([
    [
      '/notes/a',
      'text/plain',
      'secret',
      400,
      'body: expected content type application/json, got text/plain',
    ],
    [
      '/notes/a',
      'application/json',
      '{"secret',
      400,
      'body: expected valid JSON',
    ],
    ['/notes/a', 'application/json', '{"text":1}', 400, 'text: Invalid input'],
    [
      '/notes/a?q=1',
      'application/json',
      '{"text":"b"}',
      400,
      'q: unknown in the query',
    ],
    [
      '/notes/a',
      'application/json',
      '{"text":"b","p":1,"links":[{"to":"c"},{"to":"d","q":1}]}',
      400,
      'links[1].q: unknown in the body; p: unknown in the body',
    ],
    [
      '/notes/a',
      'application/json',
      '{"text":"b","links":[{"to":"c"},{"to":"\\u0000"}]}',
      400,
      'links[1].to: expected text without NUL characters',
    ],
    [
      '/notes/a',
      'application/json',
      `"${'x'.repeat(100)}"`,
      413,
      'body: expected at most 100 bytes',
    ],
    [
      '/hooks/a',
      'text/plain',
      'secret',
      400,
      'body: expected content type application/json or application/cloudevents+json, got text/plain',
    ],
    [
      '/hooks/a',
      'application/json',
      'x'.repeat(101),
      413,
      'body: expected at most 100 bytes',
    ],
  ])('%s of %s %#: %d', async (path, type, body, status, message) => {
    const answer = await post(path, type).send(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
  });

  it('refuses what unpacks to too much', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000));
    expect(bomb.length).toBeLessThan(150);
    const answer = await post('/hooks/a')
      .set('content-encoding', 'gzip')
      .serialize(body => body)
      .send(gzipSync(Buffer.alloc(20_000)));
    expect(answer.status).toBe(413);
  });

  it('wants credentials where nothing is signed', async () => {
    const answer = await request(app)
      .delete('/notes/a')
      .set('authorization', 'Bearer nonsense');
    expect(answer.status).toBe(401);
  });

  it('names the paths that are signed', () => {
    expect(signedPaths({ routes, prefix: '/v1' })).toEqual(['/v1/hooks/:name']);
  });

  it('describes every route', () => {
    const { paths } = openApiDocument({
      title: 'Notes',
      version: '1',
      basePath: '/api/notes/v1',
      routes,
    }) as { paths: Record<string, any> };
    expect(Object.keys(paths)).toEqual([
      '/notes/{id}',
      '/notes.csv',
      '/numbers.csv',
      '/hooks/{name}',
    ]);
    expect(Object.keys(paths['/notes/{id}'].post.responses)).toEqual([
      '201',
      'default',
    ]);
    expect(paths['/notes/{id}'].delete.responses[204]).toEqual({
      description: 'OK',
    });
    expect(
      paths['/notes.csv'].get.responses[200].content['text/csv'],
    ).toBeDefined();
    const hook = paths['/hooks/{name}'].post;
    expect(hook.security).toEqual([]);
    expect(
      hook.requestBody.content['application/cloudevents+json'].schema,
    ).toEqual({
      type: 'string',
      format: 'binary',
      description: 'As the sender signed it',
    });
  });
});

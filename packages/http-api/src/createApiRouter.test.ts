import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import { createApiRouter } from './createApiRouter';
import { defineRoute } from './Route';

const routes = [
  defineRoute({
    method: 'get',
    path: '/notes/{id}',
    summary: 'One note',
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({}),
    response: z.object({ id: z.string() }),
    handle: async ({ params }) => params,
  }),
];

describe('createApiRouter', () => {
  const app = express()
    .use(
      '/v1',
      createApiRouter({
        title: 'Notes',
        version: '1',
        basePath: '/api/notes/v1',
        routes,
        httpAuth: mockServices.httpAuth(),
      }),
    )
    .use(mockErrorHandler());

  it('answers by its routes', async () => {
    const { status, body } = await request(app).get('/v1/notes/a');

    expect({ status, body }).toEqual({ status: 200, body: { id: 'a' } });
  });

  it('describes them and the description itself', async () => {
    const { status, body } = await request(app).get('/v1/openapi.json');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Notes', version: '1' },
      servers: [{ url: '/api/notes/v1' }],
    });
    expect(Object.keys(body.paths)).toEqual(['/notes/{id}', '/openapi.json']);
  });

  it('tells the description only to callers with credentials', async () => {
    const { status } = await request(app)
      .get('/v1/openapi.json')
      .set('Authorization', mockCredentials.none.header());

    expect(status).toBe(401);
  });

  it('leaves the given routes as they are', () => {
    expect(routes).toHaveLength(1);
  });
});

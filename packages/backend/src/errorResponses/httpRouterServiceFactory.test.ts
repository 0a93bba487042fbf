import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  ConflictError,
  CustomErrorBase,
  ForwardedError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import express, { Express } from 'express';
import request from 'supertest';
import { httpRouterServiceFactory } from './httpRouterServiceFactory';

class UnknownRuleError extends CustomErrorBase {
  readonly statusCode = 422;
}

const sqlError = Object.assign(
  new Error('insert into "slos" values (1) - SQLITE_CONSTRAINT: UNIQUE'),
  { code: 'SQLITE_CONSTRAINT' },
);
const fileError = new Error("ENOENT: no such file, open '/srv/secret.yaml'");

const thrown: Record<string, unknown> = {
  conflict: new ConflictError("SLO 'x' is collected by Prometheus"),
  'not-found': new NotFoundError("No SLO found with id 'x'"),
  'input-with-input': new InputError('Bad document', new InputError('line 3')),
  'input-with-file': new InputError('Bad document', fileError),
  forwarded: new ForwardedError('While reading', new NotFoundError('No x')),
  unavailable: new ServiceUnavailableError('Starting'),
  unknown: new UnknownRuleError("No rule 'x'"),
  sql: sqlError,
  file: fileError,
  text: 'a string',
};

const plugin = createBackendPlugin({
  pluginId: 'broken',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use(express.json({ limit: 100 }));
        httpRouter.use(
          express
            .Router()
            .post('/echo', (req, res) => res.json(req.body))
            .get('/:name', ({ params }) => {
              throw thrown[params.name];
            }),
        );
      },
    });
  },
});

describe('httpRouterServiceFactory', () => {
  const environment = process.env.NODE_ENV;
  let host: Express;

  beforeAll(async () => {
    // Stack traces are shown in development only, which is what the demo runs in.
    Object.assign(process.env, { NODE_ENV: 'development' });
    const { server } = await startTestBackend({
      features: [plugin, httpRouterServiceFactory],
    });
    host = server as unknown as Express;
  });
  afterAll(() => {
    Object.assign(process.env, { NODE_ENV: environment });
  });

  it.each([
    ['conflict', 409, 'ConflictError', "SLO 'x' is collected by Prometheus"],
    ['not-found', 404, 'NotFoundError', "No SLO found with id 'x'"],
    [
      'input-with-input',
      400,
      'InputError',
      'Bad document; caused by InputError: line 3',
    ],
    ['input-with-file', 400, 'InputError', 'Bad document'],
    [
      'forwarded',
      404,
      'NotFoundError',
      'While reading; caused by NotFoundError: No x',
    ],
    ['unavailable', 503, 'ServiceUnavailableError', 'Starting'],
    ['unknown', 422, 'UnknownRuleError', "No rule 'x'"],
  ])('answers what %s means', async (path, status, name, message) => {
    const response = await request(host).get(`/api/broken/${path}`);
    expect(response.status).toBe(status);
    expect(response.body).toEqual({
      error: expect.objectContaining({ name, message }),
      request: { method: 'GET', url: `/${path}` },
      response: { statusCode: status },
    });
    expect(response.body.error).not.toHaveProperty('stack');
    expect(response.body.error).not.toHaveProperty('cause');
  });

  it.each(['sql', 'file', 'text'])('hides %s', async path => {
    const response = await request(host).get(`/api/broken/${path}`);
    expect(response.status).toBe(500);
    expect(response.body.error).toEqual({
      name: 'InternalServerError',
      message: expect.stringMatching(
        /^An internal error occurred; the backend's log has it under [0-9a-f-]{36}$/,
      ),
      statusCode: 500,
    });
  });

  it('says that a body is not JSON without repeating it', async () => {
    const response = await request(host)
      .post('/api/broken/echo')
      .set('content-type', 'application/json')
      .send('{"password": hunter2}');
    expect(response.status).toBe(400);
    expect(response.body.error).toEqual({
      name: 'InputError',
      message: 'The request body is not valid JSON',
    });
  });

  it('says how large a body may be', async () => {
    const response = await request(host)
      .post('/api/broken/echo')
      .send({ text: 'x'.repeat(100) });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toBe(
      'The request body is larger than the limit of 100 bytes',
    );
  });

  it('answers 400 to a path that cannot be decoded', async () => {
    const response = await request(host).get('/api/broken/%E0%A4%A');
    expect(response.status).toBe(400);
    expect(response.body.error).not.toHaveProperty('stack');
  });
});

import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import escapeHatchPlugin from '..';
import type { TestCatalog } from '../requests/__testUtils__/TestCatalog';

/** The escape-hatch backend as a host runs it, on a real database, with the catalog in memory. */
export async function startEscapeHatchBackend(options: {
  knex: Knex;
  catalog: TestCatalog;
  escapeHatch?: JsonObject;
  /** Other sections of the configuration. */
  config?: JsonObject;
  /** In place of services that tests get by default. */
  features?: BackendFeature[];
}) {
  const { knex, catalog, escapeHatch, config, features = [] } = options;
  const running = await startTestBackend({
    features: [
      escapeHatchPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          escapeHatch: { timeZone: 'Europe/London', ...escapeHatch },
        },
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog.service,
      }),
      ...features,
    ],
  });
  const api = request(running.server);
  const path = (rest: string) => `/api/escape-hatch/v1${rest}`;
  const callers = (authorization: string) => {
    const send = (method: 'get' | 'post' | 'patch', rest: string) =>
      api[method](path(rest)).set('authorization', authorization);
    return {
      get: (rest: string) => send('get', rest),
      post: (rest: string, body: object | string = {}) =>
        send('post', rest).set('content-type', 'application/json').send(body),
      patch: (rest: string, body: object) => send('patch', rest).send(body),
    };
  };
  return {
    server: running.server,
    stop: () => running.stop(),
    /** Somebody of the default namespace, or a full ref. */
    as: (user: string) =>
      callers(
        mockCredentials.user.header(
          user.includes(':') ? user : `user:default/${user}`,
        ),
      ),
    service: callers(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('external:ci'),
        targetPluginId: 'escape-hatch',
      }),
    ),
    nobody: callers(mockCredentials.none.header()),
  };
}

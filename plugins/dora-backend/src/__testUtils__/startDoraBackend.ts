import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import doraPlugin from '..';

/** The dora backend as a host runs it, on a real database, with the catalog in memory. */
export async function startDoraBackend(options: {
  knex: Knex;
  entities: Entity[];
  dora?: JsonObject;
  /** In place of services that tests get by default. */
  features?: BackendFeature[];
}) {
  const { knex, entities } = options;
  const running = await startTestBackend({
    features: [
      doraPlugin,
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com' }] },
          dora: {
            pushers: [{ subject: 'external:ci', entities: ['*'] }],
            ...options.dora,
          },
        },
      }),
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities }),
      ...(options.features ?? []),
    ],
  });
  const api = request(running.server);
  const as = (token: string) => ({ authorization: token });
  const user = as(mockCredentials.user.header());
  const ci = as(
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:ci'),
      targetPluginId: 'dora',
    }),
  );
  return {
    stop: () => running.stop(),
    user,
    ci,
    get: (path: string, headers: Record<string, string> = user) =>
      api.get(`/api/dora/v1${path}`).set(headers),
    post: (
      path: string,
      body: object | string,
      headers: Record<string, string> = ci,
    ) => api.post(`/api/dora/v1${path}`).set(headers).send(body),
    patch: (path: string, body: object) =>
      api.patch(`/api/dora/v1${path}`).set(user).send(body),
  };
}

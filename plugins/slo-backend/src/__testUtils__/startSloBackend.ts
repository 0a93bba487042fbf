import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import sloPlugin from '..';
import { inMemoryReader, Repositories } from './inMemoryReader';
import { sloId } from '../slos/sloId';

/**
 * The slo backend as a host runs it, on a real database. The catalog and the repositories are in memory: `files`
 * maps an entity's name to its documents, and may be changed while it runs.
 */
export async function startSloBackend(options: {
  knex: Knex;
  entities: Entity[];
  files: Repositories;
  slo?: JsonObject;
}) {
  const { knex, entities, files } = options;
  const running = await startTestBackend({
    features: [
      sloPlugin,
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com' }] },
          slo: {
            pushers: [{ subject: 'external:ci', entities: ['*'] }],
            ...options.slo,
          },
        },
      }),
      mockServices.database.factory({ knex }),
      mockServices.urlReader.mock(inMemoryReader(files)).factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  const api = request(running.server);
  const as = (token: string) => ({ authorization: token });
  const user = as(mockCredentials.user.header());
  const ci = as(
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:ci'),
      targetPluginId: 'slo',
    }),
  );
  return {
    stop: () => running.stop(),
    user,
    ci,
    get: (path: string, headers = user) =>
      api.get(`/api/slo/v1${path}`).set(headers),
    post: (path: string, body: object | string, headers = ci) =>
      api.post(`/api/slo/v1${path}`).set(headers).send(body),
    /** The identity of an SLO, once its document was read. */
    idOf: (entity: string, slo: string) =>
      sloId(`component:default/${entity}`, slo),
  };
}

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import doraPlugin from '@golden-path/backstage-plugin-dora-backend';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';

/** A portal with the real DORA backend, and the issuer of a job's token for it. */
export async function startDora(options: { entities: Entity[] }) {
  const backend = await startTestBackend({
    features: [
      doraPlugin,
      mockServices.rootConfig.factory({
        data: {
          dora: {
            pushers: [
              {
                subject: 'external:ci',
                entities: ['component:default/orders-api'],
              },
            ],
          },
        },
      }),
      catalogServiceMock.factory(options),
    ],
  });
  const token = mockCredentials.service.token({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'dora',
  });
  const issuer = createServer((_, response) => {
    // A real token has no quotes; curl is told of it in quotes.
    response.end(JSON.stringify({ value: token.replaceAll('"', '\\"') }));
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');

  const portOf = (server: { address(): unknown }) =>
    (server.address() as AddressInfo).port;

  return {
    /** Of a job of the service's pipeline. */
    env: {
      PORTAL_URL: `http://127.0.0.1:${portOf(backend.server)}`,
      ENTITY_REF: 'component:default/orders-api',
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${portOf(
        issuer,
      )}/?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'credential-of-the-runner',
    },
    get: (path: string) =>
      request(backend.server)
        .get(`/api/dora/v1${path}`)
        .set('authorization', mockCredentials.user.header()),
    async stop() {
      issuer.close();
      await backend.stop();
    },
  };
}

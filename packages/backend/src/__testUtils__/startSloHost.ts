import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import sloPlugin from '@golden-path/backstage-plugin-slo-backend';
import { SloClient } from '@golden-path/backstage-plugin-slo-common';
import { parse } from 'yaml';
import fileReader from '../fileReader';

const examples = resolve(__dirname, '../../../../examples');
const token = 'a-token-for-tests';

/** A host with the slo plugin, real services, and some components of `examples/` in its catalog. */
export async function startSloHost(options: {
  components: string[];
  features?: BackendFeature[];
  slo?: JsonObject;
}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const backend = createBackend();
  const features = [
    mockServices.rootLogger.factory({ level: 'none' }),
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          reading: { fileRoots: [examples] },
          auth: {
            externalAccess: [
              { type: 'static', options: { token, subject: 'demo-ci' } },
            ],
          },
        },
        slo: {
          pushers: [{ subject: 'demo-ci', entities: ['*'] }],
          ...options.slo,
        },
      },
    }),
    catalogServiceMock.factory({
      entities: options.components.map(readComponent),
    }),
    fileReader,
    sloPlugin,
    ...(options.features ?? []),
  ];
  features.forEach(feature => backend.add(feature));
  await backend.start();
  return {
    url,
    token,
    stop: () => backend.stop(),
    api: new SloClient({
      discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
      fetchApi: { fetch },
      getToken: async () => token,
    }),
  };
}

function readComponent(name: string): Entity {
  const file = resolve(examples, name, 'catalog-info.yaml');
  const entity: Entity = parse(readFileSync(file, 'utf8'));
  const location = `file:${file}`;
  return {
    ...entity,
    metadata: {
      namespace: 'default',
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        'backstage.io/managed-by-location': location,
      },
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

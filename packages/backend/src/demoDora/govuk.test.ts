import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import doraPlugin from '@golden-path/backstage-plugin-dora-backend';
import {
  DoraClient,
  type Deployment,
  type DoraMetrics,
} from '@golden-path/backstage-plugin-dora-common';
import {
  DeliveryOracle,
  ExpectedDelivery,
} from './__testUtils__/DeliveryOracle';
import { buildRepositories } from './buildRepositories';
import { readHistory } from './readHistory';

jest.setTimeout(300_000);

const records = resolve(__dirname, '../../../../examples/delivery');
const TIME_ZONE = 'Europe/London';

/** The recorded year, and a month of it that begins and ends in summer time. */
const windows = [
  { from: '2025-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
  { from: '2025-05-31T23:00:00Z', to: '2025-06-30T23:00:00Z' },
];

const directory = createMockDirectory();
const oracle = new DeliveryOracle(records);
const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe('the metrics of the recorded year', () => {
  beforeAll(async () => {
    await buildRepositories({
      folder: directory.path,
      history: await readHistory(records),
    });
  });

  it.each(databases.eachSupportedId())(
    'are those of the CSV files, on %p',
    async databaseId => {
      const host = await startHost(await databases.init(databaseId));
      await host.collect();

      for (const { from, to } of windows) {
        for (const service of [undefined, ...oracle.services]) {
          const scope = service ? `component:default/${service}` : 'all';
          const metrics = await host.client.getMetrics({ scope, from, to });
          const deployments = await host.deployments({ scope, from, to });
          expect({ scope, ...actual(metrics, deployments) }).toEqual({
            scope,
            ...oracle.expected({
              service,
              from: new Date(from),
              to: new Date(to),
              timeZone: TIME_ZONE,
            }),
          });
        }
      }
      await host.stop();
    },
  );
});

async function startHost(knex: Awaited<ReturnType<typeof databases.init>>) {
  const scheduler = mockServices.scheduler.mock();
  const backend = await startTestBackend({
    features: [
      doraPlugin,
      scheduler.factory,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          dora: {
            timeZone: TIME_ZONE,
            workDirectory: directory.resolve('mirrors'),
            sources: [
              {
                type: 'gitops',
                url: directory.resolve('gitops.git'),
                path: 'environments/<environment>/<service>/values.yaml',
                value: 'image.tag',
                shaInTag: '[0-9a-f]{40}',
              },
              { type: 'git' },
            ],
          },
        },
      }),
      catalogServiceMock.factory({ entities: oracle.services.map(component) }),
    ],
  });
  const { port } = backend.server.address() as { port: number };
  const client = new DoraClient({
    discoveryApi: {
      getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return {
    client,
    stop: () => backend.stop(),
    /** Does what is scheduled, in the order in which it is, once. */
    async collect() {
      const { signal } = new AbortController();
      for (const [task] of scheduler.scheduleTask.mock.calls) {
        await task.fn(signal);
      }
      const { items } = await client.listSources();
      expect(
        items.filter(({ state }) => state === 'ok').map(({ type }) => type),
      ).toEqual(['gitops', ...oracle.services.map(() => 'git')]);
    },
    async deployments(query: { scope: string; from: string; to: string }) {
      const all: Deployment[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.listDeployments({
          ...query,
          environment: 'production',
          limit: 500,
          cursor,
        });
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return all;
    },
  };
}

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:${
          pathToFileURL(directory.resolve(`${name}.git`)).href
        }`,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}

function actual(
  metrics: DoraMetrics,
  deployments: Deployment[],
): ExpectedDelivery {
  const { deploymentFrequency: frequency, changeLeadTime: lead } = metrics;
  return {
    deployments: frequency.n,
    rollbacks: deployments.filter(({ kind }) => kind === 'rollback').length,
    changes: lead.n,
    perDay: frequency.perDay!,
    medianDaysPerWeek: frequency.medianDaysPerWeek,
    meanSeconds: lead.meanSeconds,
    medianSeconds: lead.medianSeconds,
    p90Seconds: toMilliseconds(lead.p90Seconds),
  };
}

/** Interpolation with binary fractions leaves a trace far below what was measured. */
function toMilliseconds(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1_000) / 1_000;
}

import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { FactTables } from '../__testUtils__/FactTables';
import doraPlugin from '..';

jest.setTimeout(120_000);

const WINDOW = { from: '2026-11-02T00:00:00Z', to: '2026-11-16T00:00:00Z' };

describe('actions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const permissions = mockServices.permissions.mock();
  const registry = actionsRegistryServiceMock();
  let stop: () => Promise<void>;

  const invoke = async (name: string, input: object) => {
    const { output } = await registry.invoke({
      // The mock's plugin id is fixed.
      id: `test:${name}`,
      input: { ...input },
      credentials: mockCredentials.user(),
    });
    return output;
  };

  beforeAll(async () => {
    const knex = await databases.init('SQLITE_3');
    const backend = await startTestBackend({
      features: [
        doraPlugin,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
        permissions.factory,
        mockServices.database.factory({ knex }),
        catalogServiceMock.factory({
          entities: [catalogEntity('Component', 'shop')],
        }),
      ],
    });
    stop = () => backend.stop();
    const facts = new FactTables(knex, 'UTC');
    await facts.deployment('d1', 'shop', '2026-11-02T00:00:00Z');
    await facts.deployment('d2', 'shop', '2026-11-09T00:00:00Z');
    await facts.deployment('d3', 'hidden', '2026-11-09T00:00:00Z');
    await facts.shipped('d2', 7_200);
  });
  afterAll(() => stop());
  beforeEach(() => {
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
  });

  it('are read-only', async () => {
    const { actions } = await registry.list();
    expect(actions.map(it => [it.name, it.attributes])).toEqual(
      ['get-metrics', 'explain-deployment'].map(name => [
        name,
        { readOnly: true, idempotent: true, destructive: false },
      ]),
    );
  });

  it('get-metrics answers for a scope', async () => {
    await expect(
      invoke('get-metrics', { scope: 'component:default/shop', ...WINDOW }),
    ).resolves.toMatchObject({
      scope: 'component:default/shop',
      ...WINDOW,
      // 2 in 14 days
      deploymentFrequency: { perDay: 2 / 14, n: 2, band: null, previous: null },
      changeLeadTime: { medianSeconds: 7_200, meanSeconds: 7_200, n: 1 },
      changeFailRate: { value: 0, n: 2 },
      failedDeploymentRecoveryTime: { medianSeconds: null, n: 0 },
      bottleneck: { stage: 'coding', share: 1 },
    });
  });

  it('explain-deployment says why it counts', async () => {
    await expect(
      invoke('explain-deployment', { id: 'd2' }),
    ).resolves.toMatchObject({
      id: 'd2',
      entityRef: 'component:default/shop',
      failed: false,
      failure: null,
      explanations: {
        deploymentFrequency: expect.any(String),
        changeFailRate: expect.any(String),
      },
    });
  });

  it.each([
    ['get-metrics', { scope: 'component:default/hidden' }, /hidden/],
    ['get-metrics', { scope: 'shop' }, /scope: .*shop/],
    [
      'get-metrics',
      { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' },
      /from: .*before/,
    ],
    ['get-metrics', { from: 'yesterday' }, /datetime/],
    ['explain-deployment', { id: 'd3' }, /No deployment found with id 'd3'/],
    ['explain-deployment', { id: 'd9' }, /No deployment found with id 'd9'/],
  ])('%s refuses %j', async (name, input, message) => {
    await expect(invoke(name, input)).rejects.toThrow(message);
  });

  it.each([
    ['get-metrics', {}],
    ['explain-deployment', { id: 'd1' }],
  ])('%s needs the permission to read', async (name, input) => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    await expect(invoke(name, input)).rejects.toThrow(/dora\.metrics\.read/);
  });
});

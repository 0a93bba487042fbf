import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { RefreshServices } from './RefreshServices';
import { DirectoryStore } from './DirectoryStore';
import { ServiceDirectory } from './ServiceDirectory';

jest.setTimeout(60_000);

const component = (
  name: string,
  options: { owner?: string; annotations?: Record<string, string> } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/source-location': `url:https://github.com/acme/${name}/tree/main/`,
      ...options.annotations,
    },
  },
  relations: [
    { type: 'ownedBy', targetRef: `group:default/${options.owner ?? 'a'}` },
    { type: 'partOf', targetRef: 'component:default/whole' },
    { type: 'partOf', targetRef: 'system:default/orders' },
  ],
});

const group = (name: string, parent?: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { profile: title ? { displayName: title } : {} },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

describe('RefreshServices', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let entities: Entity[];
    let calls: unknown[];
    let isRemapFailing: boolean;
    let whileDeriving: () => Promise<void>;
    let task: RefreshServices;
    const signal = new AbortController().signal;

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      entities = [];
      calls = [];
      isRemapFailing = false;
      whileDeriving = async () => {};
      task = new RefreshServices({
        knex,
        auth: mockServices.auth(),
        catalog: catalogServiceMock.mock({
          async *streamEntities() {
            // one by one, as pages
            for (const entity of entities) {
              yield [entity];
            }
          },
        }),
        recorder: {
          remap: async () => {
            if (isRemapFailing) {
              throw new Error('The database failed');
            }
            calls.push('remap');
            return { mapped: 0 };
          },
          rederive: async ({ entityRefs, within }) => {
            await knex.transaction(async tx => within?.(tx));
            calls.push(entityRefs);
            await whileDeriving();
          },
        },
      });
    });

    it('takes components and groups over', async () => {
      entities = [
        component('api', {
          annotations: {
            'golden-path.io/dora-service': 'orders-api',
            'golden-path.io/cdevents-id': '/org/api',
            'pagerduty.com/service-id': 'P1',
            'golden-path.io/demo': 'true',
          },
        }),
        group('a', 'all', 'Team A'),
        group('all'),
      ];

      await task.run(signal, () => 1_000);

      expect(await knex('dora_services').select()).toEqual([
        expect.objectContaining({
          entity_ref: 'component:default/api',
          name: 'api',
          namespace: 'default',
          owner_ref: 'group:default/a',
          system_ref: 'system:default/orders',
          dora_service: 'orders-api',
          cdevents_id: '/org/api',
          pagerduty_id: 'P1',
          repository: 'github.com/acme/api',
          repository_url: 'https://github.com/acme/api',
          removed_at: null,
        }),
      ]);
      expect(Boolean((await knex('dora_services').first()).demo)).toBe(true);
      expect(await knex('dora_groups').orderBy('group_ref')).toEqual([
        {
          group_ref: 'group:default/a',
          parent_ref: 'group:default/all',
          title: 'Team A',
        },
        { group_ref: 'group:default/all', parent_ref: null, title: null },
      ]);
      expect(calls).toEqual(['remap']);
    });

    it('keeps who owned what when', async () => {
      for (const [owner, at] of [
        ['a', 1_000],
        ['a', 2_000],
        ['b', 3_000],
        ['a', 4_000],
      ] as const) {
        entities = [component('api', { owner })];
        await task.run(signal, () => at);
      }

      const intervals = await knex('dora_ownership').orderBy('from_ms');
      expect(
        intervals.map(row => [
          row.owner_ref,
          Number(row.from_ms),
          row.to_ms && Number(row.to_ms),
        ]),
      ).toEqual([
        ['group:default/a', 0, 3_000],
        ['group:default/b', 3_000, 4_000],
        ['group:default/a', 4_000, null],
      ]);
      // The pass after a change maps what was recorded by the old names meanwhile; later ones have nothing to do.
      expect(calls).toEqual([
        'remap',
        'remap',
        ['component:default/api'],
        ['component:default/api'],
      ]);
    });

    it('derives anew after a restart what the process before did not come to', async () => {
      entities = [component('api', { owner: 'a' })];
      await task.run(signal, () => 1_000);
      await new DirectoryStore().markPending(knex as Knex.Transaction, [
        'component:default/api',
      ]);
      await task.run(signal, () => 2_000);
      await task.run(signal, () => 3_000);
      expect(calls.filter(call => call !== 'remap')).toEqual([
        ['component:default/api'],
      ]);
    });

    it('keeps what is gone, until it is back', async () => {
      entities = [component('api'), group('a')];
      await task.run(signal, () => 1_000);
      entities = [];
      await task.run(signal, () => 2_000);

      const { removed_at: removedAt } = await knex('dora_services').first();
      expect(Number(removedAt)).toBe(2_000);
      expect(await knex('dora_groups')).toEqual([]);
      const directory = await ServiceDirectory.load(knex);
      expect(directory.resolve({ by: 'name', value: 'api' })).toBe(
        'component:default/api',
      );

      entities = [component('api')];
      await task.run(signal, () => 3_000);
      expect((await knex('dora_services').first()).removed_at).toBeNull();
      expect(calls).toEqual(['remap', 'remap', 'remap']);
    });

    it('derives anew what moved to another repository', async () => {
      entities = [component('api'), component('web')];
      await task.run(signal);
      entities = [
        component('api', {
          annotations: {
            'backstage.io/source-location': 'url:file:///srv/api.git',
          },
        }),
        component('web'),
      ];
      await task.run(signal);
      expect(calls).toEqual(['remap', 'remap', ['component:default/api']]);
    });

    it('derives again what changed while it was derived', async () => {
      entities = [component('api')];
      await task.run(signal);
      entities = [component('api', { owner: 'b' })];
      whileDeriving = async () => {
        await knex('dora_services').update({ pending: true });
        whileDeriving = async () => {};
      };
      await task.run(signal);
      await task.run(signal);
      await task.run(signal);
      expect(calls).toEqual([
        'remap',
        'remap',
        ['component:default/api'],
        ['component:default/api'],
      ]);
    });

    it('takes the repository that is named before the source location', async () => {
      entities = [
        component('api', {
          annotations: {
            'golden-path.io/dora-repository': 'file:///srv/api.git',
          },
        }),
        component('web', {
          annotations: { 'golden-path.io/dora-repository': 'garbage' },
        }),
      ];
      await task.run(signal);
      const rows = await knex('dora_services')
        .orderBy('name')
        .select('repository', 'repository_url');
      expect(rows).toEqual([
        { repository: 'file/srv/api', repository_url: 'file:///srv/api.git' },
        { repository: null, repository_url: null },
      ]);
    });

    it('lives with annotations that are none', async () => {
      entities = [
        component('api', {
          annotations: {
            'backstage.io/source-location': 'garbage',
            'golden-path.io/dora-service': 'x'.repeat(300),
          },
        }),
      ];
      await task.run(signal);
      expect(await knex('dora_services').first()).toMatchObject({
        repository: null,
        dora_service: null,
      });
    });

    it('tries again what did not follow', async () => {
      entities = [component('api')];
      isRemapFailing = true;
      await expect(task.run(signal)).rejects.toThrow('The database failed');
      isRemapFailing = false;
      await task.run(signal);
      expect(calls).toEqual(['remap']);
    });
  });
});

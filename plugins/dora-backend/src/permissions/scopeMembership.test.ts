import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { openDatabase } from '../database/openDatabase';
import { ScopeResolver } from '../scope/ScopeResolver';
import { isScopeMember } from './isScopeMember';
import { ScopeOwners } from './ScopeOwners';

jest.setTimeout(120_000);

const TEAM = 'group:default/team';
const UNIT = 'group:default/unit';
const OTHER = 'group:default/other';

describe('who may speak for a scope', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let owners: ScopeOwners;

    beforeAll(async () => {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      await knex('dora_groups').insert([
        { group_ref: UNIT, parent_ref: null },
        { group_ref: TEAM, parent_ref: UNIT },
        { group_ref: OTHER, parent_ref: null },
      ]);
      const deps = {
        auth: mockServices.auth(),
        permissions: mockServices.permissions.mock(),
        catalog: catalogServiceMock({
          entities: [
            catalogEntity('Group', 'unit'),
            catalogEntity('Group', 'team'),
            catalogEntity('Group', 'other'),
            catalogEntity('User', 'ann'),
            catalogEntity('Component', 'shop', { ownedBy: [TEAM] }),
            catalogEntity('Component', 'orphan'),
            catalogEntity('System', 'orders', { ownedBy: [TEAM] }),
          ],
        }),
      };
      const access = new CatalogAccess({
        ...deps,
        readPermission: doraReadPermission,
      });
      owners = new ScopeOwners({
        ...deps,
        scopes: new ScopeResolver({ knex, access }),
      });
    });

    it.each`
      scope                         | group    | may
      ${TEAM}                       | ${TEAM}  | ${true}
      ${TEAM}                       | ${UNIT}  | ${false}
      ${TEAM}                       | ${OTHER} | ${false}
      ${UNIT}                       | ${UNIT}  | ${true}
      ${UNIT}                       | ${TEAM}  | ${true}
      ${'component:default/shop'}   | ${TEAM}  | ${true}
      ${'component:default/shop'}   | ${OTHER} | ${false}
      ${'component:default/orphan'} | ${TEAM}  | ${false}
      ${'system:default/orders'}    | ${TEAM}  | ${true}
      ${'user:default/ann'}         | ${TEAM}  | ${true}
      ${'user:default/bob'}         | ${TEAM}  | ${undefined}
      ${'all'}                      | ${TEAM}  | ${false}
    `(
      'a member of $group may speak for $scope: $may',
      async ({ scope, group, may }) => {
        const claims = ['user:default/ann', group];
        const [resource] = await owners.read([scope]);
        expect(resource && isScopeMember.apply(resource, { claims })).toBe(may);
      },
    );
  });
});

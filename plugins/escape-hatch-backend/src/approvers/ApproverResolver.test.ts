import { mockServices } from '@backstage/backend-test-utils';
import { testSettings } from '../__testUtils__/testSettings';
import {
  TestCatalog,
  type TestOrganisation,
} from '../requests/__testUtils__/TestCatalog';
import { ApproverResolver } from './ApproverResolver';

const ADMINS = 'group:default/platform-team';
const SECURITY = 'group:default/security-team';

const catalog = new TestCatalog();

function organise(
  organisation: Pick<Partial<TestOrganisation>, 'users' | 'groups'>,
) {
  catalog.organisation = {
    users: [],
    groups: {},
    components: {},
    ...organisation,
  };
}

function resolver(settings = testSettings()) {
  return new ApproverResolver({
    auth: mockServices.auth(),
    catalog: catalog.service,
    settings,
  });
}

const stage = (approvers: string[], fallback: string[] = []) => ({
  id: 'platform',
  title: 'Platform',
  approvers,
  fallback,
});

describe('ApproverResolver', () => {
  beforeEach(() => {
    organise({
      users: ['ann', 'ben', 'cleo', 'dan', 'eve', 'guest'],
      groups: {
        'platform-team': { members: ['ann'], children: ['platform-night'] },
        'platform-night': { members: ['ben'] },
        'security-team': { members: ['dan'] },
        ml: { members: ['cleo', 'eve'] },
        nobody: {},
        one: { members: ['ann'], children: ['two'] },
        two: { members: ['cleo'], children: ['three'] },
        three: { members: ['dan'], children: ['one'] },
      },
    });
  });

  describe('expand', () => {
    it('finds members of groups within groups, by the group that was asked for', async () => {
      await expect(resolver().expand([ADMINS])).resolves.toEqual({
        users: new Map([
          ['user:default/ann', ADMINS],
          ['user:default/ben', ADMINS],
        ]),
        missing: [],
        empty: [],
      });
    });

    it('ends in circles, from wherever they are entered', async () => {
      for (const name of ['one', 'two', 'three']) {
        const { users } = await resolver().expand([`group:default/${name}`]);
        expect([...users.keys()].sort()).toEqual([
          'user:default/ann',
          'user:default/cleo',
          'user:default/dan',
        ]);
      }
    });

    it('counts a person once, by the first ref', async () => {
      const { users } = await resolver().expand([
        'group:default/one',
        ADMINS,
        'user:default/ann',
      ]);
      expect(users.get('user:default/ann')).toBe('group:default/one');
      expect(users.get('user:default/ben')).toBe(ADMINS);
    });

    it('takes users as well as groups, whatever the case of their names', async () => {
      const { users, missing } = await resolver().expand([
        'User:Default/Eve',
        'GROUP:default/Security-Team',
      ]);
      expect(users).toEqual(
        new Map([
          ['user:default/eve', 'user:default/eve'],
          ['user:default/dan', SECURITY],
        ]),
      );
      expect(missing).toEqual([]);
    });

    it('names what is gone and what is empty', async () => {
      await expect(
        resolver().expand([
          'group:default/gone',
          'user:default/gone',
          'group:default/nobody',
        ]),
      ).resolves.toEqual({
        users: new Map(),
        missing: ['group:default/gone', 'user:default/gone'],
        empty: [
          'group:default/gone',
          'user:default/gone',
          'group:default/nobody',
        ],
      });
    });

    it('leaves out members who do not exist', async () => {
      organise({
        users: ['ann'],
        groups: { 'platform-team': { members: ['ann', 'left'] } },
      });
      const { users } = await resolver().expand([ADMINS]);
      expect([...users.keys()]).toEqual(['user:default/ann']);
    });

    it('leaves out guests, though they be members', async () => {
      organise({
        users: ['ann', 'guest', 'visitor'],
        groups: { 'platform-team': { members: ['ann', 'guest', 'visitor'] } },
      });
      const settings = testSettings();
      settings.guests.add('user:default/visitor');
      const { users } = await resolver(settings).expand([
        ADMINS,
        'user:default/guest',
      ]);
      expect([...users.keys()]).toEqual(['user:default/ann']);
    });

    it('does not remember: whoever was removed since is gone', async () => {
      const approvers = resolver();
      expect((await approvers.expand([SECURITY])).users.size).toBe(1);
      organise({ users: ['dan'], groups: { 'security-team': {} } });
      expect((await approvers.expand([SECURITY])).users.size).toBe(0);
    });

    it('remembers for one answer', async () => {
      const approvers = resolver().forOneAnswer();
      expect((await approvers.expand([SECURITY])).users.size).toBe(1);
      organise({});
      expect((await approvers.expand([SECURITY])).users.size).toBe(1);
    });
  });

  describe('resolveStage', () => {
    it('puts the owners of the entity in place of owner', async () => {
      await expect(
        resolver().resolveStage({
          stage: stage(['owner']),
          owners: ['group:default/ml'],
        }),
      ).resolves.toEqual({
        users: new Map([
          ['user:default/cleo', 'group:default/ml'],
          ['user:default/eve', 'group:default/ml'],
        ]),
        resolvedFrom: ['group:default/ml'],
        fallback: false,
      });
    });

    it('names only groups that are somebody', async () => {
      await expect(
        resolver().resolveStage({
          stage: stage(['group:default/nobody', 'group:default/ml']),
          owners: [],
        }),
      ).resolves.toMatchObject({
        resolvedFrom: ['group:default/ml'],
        fallback: false,
      });
    });

    it.each([
      ['is empty', ['group:default/nobody']],
      ['is gone', ['group:default/gone']],
      ['is owner and there is none', ['owner']],
    ])('falls back when what it names %s', async (_, approvers) => {
      await expect(
        resolver().resolveStage({
          stage: stage(approvers, ['group:default/gone', 'group:default/ml']),
          owners: [],
        }),
      ).resolves.toMatchObject({
        resolvedFrom: ['group:default/ml'],
        fallback: true,
      });
    });

    it('falls back to the admins at last, and to security without admins', async () => {
      const asked = { stage: stage(['group:default/gone']), owners: [] };
      await expect(resolver().resolveStage(asked)).resolves.toMatchObject({
        resolvedFrom: [ADMINS],
        fallback: true,
      });
      organise({
        users: ['dan'],
        groups: { 'platform-team': {}, 'security-team': { members: ['dan'] } },
      });
      await expect(resolver().resolveStage(asked)).resolves.toEqual({
        users: new Map([['user:default/dan', SECURITY]]),
        resolvedFrom: [SECURITY],
        fallback: true,
      });
    });

    it('has nobody where nobody is left: it is never approved by itself', async () => {
      organise({});
      await expect(
        resolver().resolveStage({ stage: stage([SECURITY]), owners: [] }),
      ).resolves.toEqual({
        users: new Map(),
        resolvedFrom: [SECURITY],
        fallback: false,
      });
    });
  });

  describe('membership', () => {
    it.each([
      ['user:default/ben', [ADMINS], true],
      ['User:Default/BEN', ['Group:Default/Platform-Team'], true],
      ['user:default/cleo', [ADMINS], false],
      ['user:default/cleo', ['group:default/three'], true],
      ['user:default/eve', ['user:default/eve'], true],
      ['user:default/gone', ['user:default/gone'], false],
      ['user:default/guest', ['user:default/guest'], false],
    ])('%s in %j: %p', async (userRef, refs, expected) => {
      await expect(resolver().isMember({ userRef, refs })).resolves.toBe(
        expected,
      );
    });

    it('knows admins', async () => {
      await expect(resolver().isAdmin('user:default/ben')).resolves.toBe(true);
      await expect(resolver().isAdmin('user:default/dan')).resolves.toBe(false);
    });

    it('names all groups above a user, in circles or not', async () => {
      const groups = await resolver().groupsOf('user:default/Ann');
      expect(groups.sort()).toEqual([
        'group:default/one',
        ADMINS,
        'group:default/three',
        'group:default/two',
        'user:default/ann',
      ]);
      await expect(resolver().groupsOf('user:default/gone')).resolves.toEqual([
        'user:default/gone',
      ]);
    });
  });
});

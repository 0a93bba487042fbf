import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import {
  createEscapeHatchRequestConditionalDecision,
  escapeHatchRequestConditions,
} from '..';
import { escapeHatchRequestReadPermission } from '@golden-path/backstage-plugin-escape-hatch-common';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

const OF_ML = createEscapeHatchRequestConditionalDecision(
  escapeHatchRequestReadPermission,
  escapeHatchRequestConditions.isOwner({ claims: ['group:default/ml-team'] }),
);

describe('permissions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  const permissions = mockServices.permissions.mock();
  /** By name; what is not here is allowed. */
  let decisions: Record<string, PolicyDecision>;

  beforeEach(() => {
    decisions = {};
    const decide = (requests: { permission: { name: string } }[]) =>
      requests.map(
        ({ permission }) =>
          decisions[permission.name] ?? { result: AuthorizeResult.ALLOW },
      );
    permissions.authorize.mockImplementation(
      async requests => decide(requests) as { result: AuthorizeResult.ALLOW }[],
    );
    permissions.authorizeConditional.mockImplementation(async requests =>
      decide(requests),
    );
  });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startEscapeHatchBackend>>;
    let catalog: TestCatalog;
    const deny = (...names: string[]) =>
      names.forEach(name => {
        decisions[`escape-hatch.request.${name}`] = {
          result: AuthorizeResult.DENY,
        };
      });

    beforeEach(async () => {
      catalog = new TestCatalog();
      backend = await startEscapeHatchBackend({
        knex: await databases.init(databaseId),
        catalog,
        features: [permissions.factory],
      });
    });
    afterEach(() => backend.stop());

    const ask = async (fields: object = {}, user = 'ml-engineer') => {
      const { body } = await backend
        .as(user)
        .post('/requests', { ...seedDraft(), riskLevel: 'low', ...fields });
      return body;
    };
    const publishing = {
      entityRef: 'component:default/publishing-api',
      submit: true,
    };

    it('to read: nothing without it', async () => {
      const { id } = await ask();
      deny('read');
      for (const path of [
        '/requests',
        `/requests/${id}`,
        '/inbox',
        '/rules',
        '/bundles/escape-hatches.tar.gz',
      ]) {
        const answer = await backend.as('ml-engineer').get(path);
        expect(answer.status).toBe(403);
        expect(answer.body.error.message).toContain(
          "Missing permission 'escape-hatch.request.read'",
        );
      }
    });

    it('to read some: lists are narrowed before they are paged', async () => {
      for (const rule of ['probes', 'resource-limits', 'read-only-root']) {
        await ask({ ...publishing, rules: [rule] }, 'publishing-lead');
        await ask({ rules: [rule] });
      }
      decisions['escape-hatch.request.read'] = OF_ML;
      const numbers: number[] = [];
      let cursor = '';
      do {
        const { body } = await backend
          .as('outsider')
          .get(`/requests?limit=2${cursor}`);
        numbers.push(
          ...body.items.map(({ number }: { number: number }) => number),
        );
        expect(body.items.length).toBe(body.nextCursor ? 2 : 1);
        cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
      } while (cursor);
      expect(numbers).toEqual([6, 4, 2]);
    });

    it('to read some: others are not there, and exports would not be whole', async () => {
      const { id } = await ask(publishing, 'publishing-lead');
      decisions['escape-hatch.request.read'] = OF_ML;
      const outsider = backend.as('outsider');
      expect((await outsider.get(`/requests/${id}`)).status).toBe(404);
      expect((await outsider.get(`/requests/${id}/versions`)).status).toBe(404);
      expect(
        (
          await backend
            .as('platform-lead')
            .post(`/requests/${id}/approve`, { expectedVersion: 2 })
        ).status,
      ).toBe(404);
      expect((await outsider.get('/exports/conftest')).status).toBe(403);
    });

    it('to create, decide and revoke: beside being the right person', async () => {
      const draft = await ask();
      deny('create');
      const requester = backend.as('ml-engineer');
      const refused = await requester.post('/requests', seedDraft());
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toBe(
        "Missing permission 'escape-hatch.request.create'",
      );
      const { body } = await requester.get(`/requests/${draft.id}`);
      expect(body.allowedActions).toEqual(['withdraw']);
      expect(body.denied.submit).toBe(
        "Missing permission 'escape-hatch.request.create'.",
      );

      decisions = {};
      const submit = { expectedVersion: 1 };
      await requester.post(`/requests/${draft.id}/submit`, submit);
      deny('decide');
      const approver = backend.as('platform-lead');
      const approval = await approver.post(`/requests/${draft.id}/approve`, {
        expectedVersion: 2,
      });
      expect(approval.status).toBe(403);
      expect(approval.body.error.message).toBe(
        "Missing permission 'escape-hatch.request.decide' for request #1",
      );
      const seen = await approver.get(`/requests/${draft.id}`);
      expect(seen.body.allowedActions).toEqual([]);
      expect((await approver.get('/inbox')).body.items).toEqual([]);
    });

    it('replace no approver: whoever may decide everything is still not one', async () => {
      const { id } = await ask({ submit: true });
      const answer = await backend
        .as('outsider')
        .post(`/requests/${id}/approve`, { expectedVersion: 2 });
      expect(answer.status).toBe(403);
    });

    it("follow the catalog's: requests of what one may not see are for those who have to do with them", async () => {
      const { id } = await ask({ submit: true });
      catalog.hidden.add('component:default/special-ml-workload');
      const sees = async (user: string) => {
        const caller = backend.as(user);
        const one = await caller.get(`/requests/${id}`);
        const { body } = await caller.get('/requests');
        expect(body.items).toHaveLength(one.status === 200 ? 1 : 0);
        return one.status;
      };
      expect(await sees('outsider')).toBe(404);
      expect(await sees('publishing-lead')).toBe(404);
      expect(await sees('ml-lead')).toBe(200);
      expect(await sees('ml-intern')).toBe(200);
      expect(await sees('platform-lead')).toBe(200);
      expect((await backend.service.get(`/requests/${id}`)).status).toBe(200);

      // what is gone from the catalog hides nothing
      delete catalog.organisation.components['special-ml-workload'];
      expect(await sees('outsider')).toBe(200);
    });

    it('leave the audit trail to those who audit', async () => {
      await ask();
      for (const [user, status] of [
        ['platform-lead', 200],
        ['security-reviewer', 200],
        ['ml-engineer', 403],
        ['guest', 403],
      ] as const) {
        const caller = backend.as(user);
        expect((await caller.get('/audit')).status).toBe(status);
        expect((await caller.get('/audit/verify')).status).toBe(status);
      }
      const { body } = await backend.service.get('/audit');
      expect(body.items).toMatchObject([
        {
          seq: 1,
          action: 'create',
          actor: 'user:default/ml-engineer',
          from: null,
          to: 'draft',
          version: 1,
          prevHash: '0'.repeat(64),
        },
      ]);
    });
  });
});

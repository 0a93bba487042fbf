import { TestDatabases } from '@backstage/backend-test-utils';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

type Backend = Awaited<ReturnType<typeof startEscapeHatchBackend>>;

describe('refusals', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Backend;
    let catalog: TestCatalog;

    beforeEach(async () => {
      catalog = new TestCatalog();
      catalog.organisation.users.push('guest');
      catalog.organisation.groups['platform-team'].members?.push('guest');
      backend = await startEscapeHatchBackend({
        knex: await databases.init(databaseId),
        catalog,
      });
    });
    afterEach(() => backend.stop());

    /** ml-engineer's, of high risk: it waits for the owner, then Platform, then Security. */
    async function submitted(fields: object = {}): Promise<string> {
      const { body } = await backend
        .as('ml-engineer')
        .post('/requests', { ...seedDraft(), submit: true, ...fields });
      expect(body).toMatchObject({ status: 'submitted', version: 2 });
      return `/requests/${body.id}`;
    }

    async function refusal(
      answer: PromiseLike<{ status: number; body: any }>,
    ): Promise<[number, string]> {
      const { status, body } = await answer;
      return [status, body.error?.message];
    }

    it('begin with whoever has no credentials', async () => {
      const path = await submitted();
      for (const answer of [
        backend.nobody.post(`${path}/approve`, { wrong: true }),
        backend.nobody.post('/requests', '{'),
        backend.nobody.get('/requests?colour=red'),
        backend.nobody.get('/openapi.json'),
        backend.nobody.get('/bundles/escape-hatches.tar.gz'),
      ]) {
        expect((await answer).status).toBe(401);
      }
    });

    it('go on with what there is not, whoever asks', async () => {
      const body = { expectedVersion: 1 };
      for (const caller of [
        backend.service,
        backend.as('user:default/guest'),
        backend.as('outsider'),
      ]) {
        expect(
          await refusal(caller.post('/requests/none/approve', body)),
        ).toEqual([404, "No request found with id 'none'"]);
        expect(
          await refusal(
            caller.post('/requests', {
              ...seedDraft(),
              entityRef: 'component:default/nowhere',
            }),
          ),
        ).toEqual([
          404,
          "No entity found with ref 'component:default/nowhere'",
        ]);
      }
    });

    it('then with who can never do it, before the version is looked at', async () => {
      const path = await submitted();
      const stale = { expectedVersion: 99 };
      const approve = (caller: ReturnType<Backend['as']>) =>
        refusal(caller.post(`${path}/approve`, stale));
      expect(await approve(backend.service)).toEqual([
        403,
        expect.stringContaining("not by the service 'external:ci'"),
      ]);
      expect(await approve(backend.as('guest'))).toEqual([
        403,
        expect.stringContaining("not by the guest 'user:default/guest'"),
      ]);
      expect(await approve(backend.as('user:development/guest'))).toEqual([
        403,
        expect.stringContaining("not by the guest 'user:development/guest'"),
      ]);
      for (const name of ['ml-engineer', 'ML-Engineer']) {
        expect(await approve(backend.as(name))).toEqual([
          403,
          expect.stringContaining('You asked for it.'),
        ]);
      }
      expect(await approve(backend.as('outsider'))).toEqual([
        403,
        expect.stringContaining('none of its stages'),
      ]);
    });

    it('then with the version, which tells an approver that something changed', async () => {
      const path = await submitted();
      // of a later stage, and without the comment that is wanted
      const reject = (expectedVersion: number) =>
        refusal(
          backend
            .as('security-reviewer')
            .post(`${path}/reject`, { expectedVersion }),
        );
      expect(await reject(1)).toEqual([
        409,
        expect.stringMatching(/version 2/),
      ]);
      expect(await reject(2)).toEqual([
        403,
        expect.stringMatching(/waits for stage Owner/),
      ]);
    });

    it('end with the guards, which name themselves', async () => {
      const path = await submitted();
      const reject = (body: object) =>
        refusal(backend.as('ml-lead').post(`${path}/reject`, body));
      expect(await reject({ expectedVersion: 1 })).toEqual([
        409,
        expect.anything(),
      ]);
      for (const comment of [undefined, '', ' \n']) {
        expect(await reject({ expectedVersion: 2, comment })).toEqual([
          400,
          expect.stringMatching(/^comment-missing: /),
        ]);
      }

      const create = (fields: object) =>
        refusal(
          backend
            .as('ml-engineer')
            .post('/requests', { ...seedDraft(), ...fields }),
        );
      expect(await create({ rules: ['default-deny-network'] })).toEqual([
        400,
        expect.stringMatching(/^rule-not-waivable: /),
      ]);
      expect(await create({ rules: ['no-such-rule'] })).toEqual([
        400,
        expect.stringMatching(/^unknown-rule: .*no-such-rule/),
      ]);
      expect(await create({ expiresAt: '2024-06-01' })).toEqual([
        400,
        expect.stringMatching(/^expiry-in-past: /),
      ]);
      expect(await create({ expiresAt: '2099-01-01' })).toEqual([
        400,
        expect.stringMatching(/^expiry-beyond-cap: .*92 days/),
      ]);
      // who may not ask is told that, and not what else is wrong
      expect(
        await refusal(
          backend
            .as('outsider')
            .post('/requests', { ...seedDraft(), expiresAt: '2024-06-01' }),
        ),
      ).toEqual([403, expect.stringContaining('You are not in the group')]);
    });

    it('name what overlaps', async () => {
      await submitted();
      const again = { ...seedDraft(), target: { cluster: 'prod-eu-1' } };
      const requester = backend.as('ml-engineer');
      expect(
        await refusal(requester.post('/requests', { ...again, submit: true })),
      ).toEqual([409, expect.stringContaining('#1')]);
      const { body } = await requester.post('/preview', again);
      expect(body.overlaps).toHaveLength(1);
    });

    it('never let a service do anything', async () => {
      const path = await submitted();
      const body = { expectedVersion: 2, comment: 'x' };
      for (const answer of [
        backend.service.post('/requests', seedDraft()),
        backend.service.post('/preview', seedDraft()),
        backend.service.patch(path, { expectedVersion: 2, riskLevel: 'low' }),
        backend.service.post(`${path}/renew`, {
          ...body,
          expiresAt: '2027-06-01',
        }),
        backend.service.post(`${path}/review`, { ...body, outcome: 'keep' }),
        ...[
          'submit',
          'approve',
          'reject',
          'request-changes',
          'withdraw',
          'revoke',
          'confirm-owner',
        ].map(action => backend.service.post(`${path}/${action}`, body)),
      ]) {
        expect(await refusal(answer)).toEqual([
          403,
          expect.stringContaining("service 'external:ci'"),
        ]);
      }
      const read = await backend.service.get(path);
      expect(read.body).toMatchObject({ version: 2, allowedActions: [] });
      expect(read.body.denied.approve).toContain("service 'external:ci'");
    });

    it('refuse an approval of an entity that has gone meanwhile', async () => {
      const path = await submitted();
      delete catalog.organisation.components['special-ml-workload'];
      expect(
        await refusal(
          backend.as('ml-lead').post(`${path}/approve`, { expectedVersion: 2 }),
        ),
      ).toEqual([409, expect.stringContaining('not in the catalog any more')]);
    });

    it('are what the answer to a request denies beforehand', async () => {
      const path = await submitted();
      const { body } = await backend.as('security-reviewer').get(path);
      expect(body.allowedActions).toEqual([]);
      for (const action of ['approve', 'withdraw', 'revoke', 'review']) {
        const [, message] = await refusal(
          backend.as('security-reviewer').post(`${path}/${action}`, {
            expectedVersion: 2,
            comment: 'x',
            ...(action === 'review' && { outcome: 'keep' }),
          }),
        );
        expect([action, message]).toEqual([
          action,
          expect.stringContaining(body.denied[action]),
        ]);
      }
    });
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { seedDraft } from './__testUtils__/seedDraft';
import { startEscapeHatchBackend } from './__testUtils__/startEscapeHatchBackend';
import { TestCatalog } from './requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

describe('escape-hatch plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startEscapeHatchBackend>>;

    beforeEach(async () => {
      backend = await startEscapeHatchBackend({
        knex: await databases.init(databaseId),
        catalog: new TestCatalog(),
      });
    });
    afterEach(() => backend.stop());

    it("brings the seed's request through its three stages", async () => {
      const requester = backend.as('ml-engineer');
      const draft = await requester.post('/requests', seedDraft());
      expect(draft.status).toBe(201);
      expect(draft.body).toMatchObject({
        number: 1,
        version: 1,
        status: 'draft',
        phase: 'draft',
        requester: 'user:default/ml-engineer',
        owners: ['group:default/ml-team'],
        allowedActions: ['submit', 'edit', 'withdraw'],
      });

      const path = `/requests/${draft.body.id}`;
      const submitted = await requester.post(`${path}/submit`, {
        expectedVersion: 1,
      });
      expect(submitted.status).toBe(200);
      expect(submitted.body).toMatchObject({
        version: 2,
        currentStage: 'owner',
        allowedActions: ['edit', 'withdraw'],
        denied: { approve: 'You asked for it.' },
      });

      const stages = [
        ['ml-lead', 'submitted', 'platform'],
        ['platform-lead', 'submitted', 'security'],
        ['security-reviewer', 'active', null],
      ] as const;
      for (const [index, [user, phase, next]] of stages.entries()) {
        const approved = await backend.as(user).post(`${path}/approve`, {
          expectedVersion: 2 + index,
          comment: `Fine with ${user}.`,
        });
        expect(approved.body).toMatchObject({ phase, currentStage: next });
      }

      const { body } = await requester.get(path);
      expect(body.version).toBe(5);
      expect(body.daysLeft).toBe(59);
      expect(body.allowedActions).toEqual(['revoke']);
      expect(
        body.timeline.map((entry: { action: string; actor: string }) => [
          entry.action,
          entry.actor.replace('user:default/', ''),
        ]),
      ).toEqual([
        ['create', 'ml-engineer'],
        ['submit', 'ml-engineer'],
        ['approve', 'ml-lead'],
        ['approve', 'platform-lead'],
        ['approve', 'security-reviewer'],
      ]);

      const gate = await backend.service.post('/evaluate', {
        entityRef: 'component:default/special-ml-workload',
        rules: ['privileged-container', 'probes'],
        target: { namespace: 'ml-gpu' },
      });
      expect(gate.body.results).toMatchObject([
        { rule: 'privileged-container', result: 'exempt', hatch: body.id },
        { rule: 'probes', result: 'required' },
      ]);

      const revoked = await requester.post(`${path}/revoke`, {
        expectedVersion: 5,
        comment: 'Driver 550 no longer needs privileges.',
      });
      expect(revoked.body).toMatchObject({ status: 'revoked', version: 6 });
      expect(revoked.body.honouredUntil > revoked.body.revokedAt).toBe(true);

      const { body: verified } = await backend.service.get('/audit/verify');
      expect(verified).toMatchObject({ valid: true, rows: 6 });
    });
  });
});

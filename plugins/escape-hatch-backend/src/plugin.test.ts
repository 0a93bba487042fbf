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

    it('takes changes back and forth, renews, reviews and replaces', async () => {
      const requester = backend.as('ml-engineer');
      const approver = backend.as('platform-lead');
      const inDays = (days: number) =>
        new Date(Date.now() + days * 86_400_000).toISOString();
      const created = await requester.post('/requests', {
        ...seedDraft(),
        riskLevel: 'medium',
        expiresAt: inDays(20),
        submit: true,
      });
      const path = `/requests/${created.body.id}`;
      const sentBack = await approver.post(`${path}/request-changes`, {
        expectedVersion: 2,
        comment: 'Limit it to the GPU namespace.',
      });
      expect(sentBack.body).toMatchObject({
        status: 'changes_requested',
        currentStage: null,
      });
      const edited = await requester.patch(path, {
        expectedVersion: 3,
        target: { namespace: 'ml-gpu', environments: ['production'] },
      });
      expect(edited.body).toMatchObject({
        version: 4,
        allowedActions: ['submit', 'edit', 'withdraw'],
      });
      await requester.post(`${path}/submit`, { expectedVersion: 4 });
      const approved = await approver.post(`${path}/approve`, {
        expectedVersion: 5,
      });
      expect(approved.body).toMatchObject({ phase: 'active', version: 6 });
      const versions = await requester.get(`${path}/versions`);
      expect(
        versions.body.items.map(
          (it: { version: number; action: string }) =>
            `${it.version} ${it.action}`,
        ),
      ).toEqual([
        '1 create',
        '2 submit',
        '3 request-changes',
        '4 edit',
        '5 submit',
        '6 approve',
      ]);
      expect(versions.body.items[2].content.target).toEqual({
        namespace: 'ml-gpu',
      });
      expect(versions.body.items[3].content.target).toEqual({
        namespace: 'ml-gpu',
        environments: ['production'],
      });

      const shortened = await approver.post(`${path}/review`, {
        expectedVersion: 6,
        outcome: 'shorten',
        expiresAt: inDays(10),
      });
      expect(shortened.body).toMatchObject({ version: 7, daysLeft: 9 });
      const renewal = await requester.post(`${path}/renew`, {
        expectedVersion: 7,
        expiresAt: inDays(60),
        comment: 'The driver is not ready yet.',
      });
      expect(renewal.status).toBe(201);
      expect(renewal.body).toMatchObject({
        number: 2,
        status: 'submitted',
        renewalOf: { id: created.body.id, number: 1 },
        chainLength: 2,
      });
      await approver.post(`/requests/${renewal.body.id}/approve`, {
        expectedVersion: renewal.body.version,
      });
      expect((await requester.get(path)).body).toMatchObject({
        status: 'superseded',
        supersededBy: { id: renewal.body.id, number: 2 },
      });
      expect((await backend.service.get('/audit/verify')).body.valid).toBe(
        true,
      );
    });

    it('previews what a submission would meet, and stores nothing', async () => {
      const { body, status } = await backend
        .as('ml-engineer')
        .post('/preview', { ...seedDraft(), expiresAt: '2099-01-01' });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        cap: { days: 92, timeZone: 'Europe/London' },
        overlaps: [],
        problems: [{ guard: 'expiry-beyond-cap', field: 'expiresAt' }],
        lapseWorkingDays: 30,
      });
      expect(
        body.stages.map(
          (stage: {
            id: string;
            candidates: { ref: string; eligible: boolean; reason: string }[];
          }) => [
            stage.id,
            stage.candidates.filter(it => it.eligible).map(it => it.ref),
          ],
        ),
      ).toEqual([
        ['owner', ['user:default/ml-intern', 'user:default/ml-lead']],
        [
          'platform',
          ['user:default/platform-engineer', 'user:default/platform-lead'],
        ],
        [
          'security',
          ['user:default/security-lead', 'user:default/security-reviewer'],
        ],
      ]);
      const { body: list } = await backend.as('ml-engineer').get('/requests');
      expect(list.items).toEqual([]);
    });

    it('lists by what is asked, on pages of any size', async () => {
      const low = { ...seedDraft(), riskLevel: 'low', submit: true };
      const publishing = 'component:default/publishing-api';
      const ask = (user: string, fields: object) =>
        backend.as(user).post('/requests', { ...low, ...fields });
      const inDays = (days: number) =>
        new Date(Date.now() + days * 86_400_000).toISOString();
      const first = await ask('ml-engineer', { expiresAt: inDays(50) });
      await ask('ml-lead', { rules: ['probes'], expiresAt: inDays(40) });
      await ask('publishing-lead', {
        entityRef: publishing,
        expiresAt: inDays(30),
      });
      await ask('publishing-lead', {
        entityRef: publishing,
        rules: ['probes', 'resource-limits'],
        expiresAt: inDays(20),
        submit: false,
      });
      await backend
        .as('platform-lead')
        .post(`/requests/${first.body.id}/approve`, { expectedVersion: 2 });

      const numbers = async (query: string, limit: number) => {
        const found: number[] = [];
        let cursor = '';
        do {
          const { body } = await backend
            .as('outsider')
            .get(`/requests?limit=${limit}${query}${cursor}`);
          found.push(
            ...body.items.map(({ number }: { number: number }) => number),
          );
          cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
        } while (cursor);
        return found;
      };
      for (const limit of [1, 3, 50]) {
        expect(await numbers('', limit)).toEqual([4, 3, 2, 1]);
        expect(await numbers('&order=expiry', limit)).toEqual([4, 3, 2, 1]);
        expect(await numbers(`&entityRef=${publishing}`, limit)).toEqual([
          4, 3,
        ]);
        expect(await numbers('&owner=group:default/ml-team', limit)).toEqual([
          2, 1,
        ]);
        expect(await numbers('&rule=probes', limit)).toEqual([4, 2]);
        expect(await numbers('&status=submitted', limit)).toEqual([3, 2]);
        expect(await numbers('&phase=active', limit)).toEqual([1]);
        expect(await numbers('&phase=active,draft', limit)).toEqual([4, 1]);
        expect(await numbers('&requester=user:default/ml-lead', limit)).toEqual(
          [2],
        );
      }
      const { body: rules } = await backend.as('outsider').get('/rules');
      expect(
        rules.items.find(
          ({ id }: { id: string }) => id === 'privileged-container',
        ).inUse,
      ).toEqual({ active: 1, owners: 1 });
    });

    it('answers agents that have the newest bundle with 304', async () => {
      const path = '/bundles/escape-hatches.tar.gz';
      const first = await backend.service.get(path);
      expect(first.status).toBe(200);
      const again = await backend.service
        .get(path)
        .set('if-none-match', first.headers.etag);
      expect(again.status).toBe(304);
    });

    it('describes every route', async () => {
      const { body } = await backend.service.get('/openapi.json');
      expect(body.openapi).toBe('3.1.0');
      const routes = Object.entries<object>(body.paths).flatMap(
        ([path, methods]) =>
          Object.keys(methods).map(method => `${method} ${path}`),
      );
      expect(routes.sort()).toEqual([
        'get /audit',
        'get /audit/verify',
        'get /bundles/escape-hatches-signed.tar.gz',
        'get /bundles/escape-hatches.tar.gz',
        'get /exports/conftest',
        'get /exports/gatekeeper',
        'get /exports/kyverno',
        'get /exports/trivy',
        'get /inbox',
        'get /insights',
        'get /openapi.json',
        'get /requests',
        'get /requests/{id}',
        'get /requests/{id}/versions',
        'get /rules',
        'patch /requests/{id}',
        'post /evaluate',
        'post /insights/{rule}/issue',
        'post /preview',
        'post /requests',
        'post /requests/{id}/approve',
        'post /requests/{id}/confirm-owner',
        'post /requests/{id}/reject',
        'post /requests/{id}/renew',
        'post /requests/{id}/request-changes',
        'post /requests/{id}/review',
        'post /requests/{id}/revoke',
        'post /requests/{id}/submit',
        'post /requests/{id}/withdraw',
      ]);
    });
  });
});

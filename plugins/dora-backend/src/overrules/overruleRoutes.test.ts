import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { startDoraBackend } from '../__testUtils__/startDoraBackend';
import { incident, rollout } from '../facts/__testUtils__/events';
import { EventRecorder } from '../facts/EventRecorder';
import { readSettings } from '../settings';

jest.setTimeout(120_000);

const WINDOW = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';

describe('POST /failure-links', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  const auditor = mockServices.auditor.mock();
  const permissions = mockServices.permissions.mock();

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startDoraBackend>>;
    let knex: Knex;
    let recorder: EventRecorder;
    let ids: Record<string, string>;

    const overrule = (body: object, as = backend.user) =>
      backend.post('/failure-links', body, as);
    const failRate = async () => {
      const { body } = await backend.get(`/metrics?${WINDOW}`);
      return body.changeFailRate;
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      permissions.authorize.mockImplementation(async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      );
      backend = await startDoraBackend({
        knex,
        entities: [catalogEntity('Component', 'payments')],
        features: [auditor.factory, permissions.factory],
      });
      while (!(await knex('dora_services').first())) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      recorder = new EventRecorder({
        knex,
        settings: readSettings(mockServices.rootConfig()),
      });
      await recorder.record({
        source: 'test',
        sourceType: 'cdevents',
        events: [
          rollout('v1', '11-03T10:00'),
          rollout('v2', '11-10T10:00'),
          incident('fire', '11-20T10:00', '11-20T11:00'),
        ],
      });
      const rows = await knex('dora_deployments').select('id', 'version');
      ids = Object.fromEntries(rows.map(row => [row.version, row.id]));
      ids.fire = (await knex('dora_incidents').first()).id;
    });
    afterAll(() => backend.stop());
    beforeEach(async () => {
      jest.clearAllMocks();
      await knex('dora_overrules').delete();
      await recorder.rederive({ entityRefs: ['component:default/payments'] });
    });

    it('prevails over the rules, and is kept with who said so and why', async () => {
      expect(await failRate()).toMatchObject({ failed: 0, n: 2 });
      const { body, status } = await overrule({
        deploymentId: ids.v1,
        failed: true,
        reason: ' Checkout was down. ',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        id: ids.v1,
        failed: true,
        failureLink: { method: 'person', confidence: 'certain' },
        overrule: {
          by: 'user:default/mock',
          failed: true,
          reason: 'Checkout was down.',
        },
      });
      expect(await failRate()).toMatchObject({ failed: 1, n: 2, value: 0.5 });
    });

    it('holds until another word is said', async () => {
      const say = (failed: boolean) =>
        overrule({ deploymentId: ids.v1, failed, reason: 'I was there.' });
      await say(true);
      const { body } = await say(false);
      expect(body).toMatchObject({ failed: false, failureLink: null });
      expect(body.overrule.failed).toBe(false);
      expect(await failRate()).toMatchObject({ failed: 0 });
      expect(await knex('dora_overrules')).toHaveLength(2);
    });

    it('outlives that the deployment gets another id', async () => {
      await overrule({ deploymentId: ids.v2, failed: true, reason: 'Down.' });
      await recorder.record({
        source: 'other',
        sourceType: 'gitops',
        // Another report of the same rollout, five minutes earlier, is its first event now.
        events: [rollout('v2', '11-10T09:55')],
      });
      const { body } = await backend.get(`/deployments?${WINDOW}`);
      const v2 = body.items.filter(
        (it: { version: string }) => it.version === 'v2',
      );
      expect(v2).toHaveLength(1);
      expect(v2[0].failed).toBe(true);
      ids.v2 = v2[0].id;
    });

    it('is not kept where it cannot take effect', async () => {
      const report = await knex('dora_events')
        .where('deployment_id', ids.v1)
        .first('seq', 'payload');
      const store = (payload: string) =>
        knex('dora_events').where('seq', report.seq).update({ payload });
      await store('damaged');
      const { status } = await overrule({
        deploymentId: ids.v1,
        failed: true,
        reason: 'Checkout was down.',
      });
      await store(report.payload);
      expect(status).toBe(500);
      expect(await knex('dora_overrules')).toEqual([]);
    });

    it('names an incident as the cause', async () => {
      const { body } = await overrule({
        deploymentId: ids.v1,
        failed: true,
        cause: { incidentId: ids.fire },
        reason: 'It took two weeks to show.',
      });
      expect(body.failureLink.cause.incident).toMatchObject({
        id: ids.fire,
        title: 'Incident fire',
      });
    });

    it('names a deployment as the cause', async () => {
      const { body } = await overrule({
        deploymentId: ids.v1,
        failed: true,
        cause: { deploymentId: ids.v2 },
        reason: 'v2 repaired it.',
      });
      expect(body.failureLink.cause.deployment).toMatchObject({
        id: ids.v2,
        version: 'v2',
      });
    });

    it.each([
      [{ reason: undefined }, 400, /^reason: /],
      [{ reason: '  ' }, 400, /^reason: /],
      [{ reason: 'x'.repeat(2_001) }, 400, /^reason: /],
      [{ failed: 'yes' }, 400, /^failed: /],
      [{ deploymentId: 'none' }, 404, /No deployment.*none/],
      [{ cause: {} }, 400, /^cause: .*incidentId or deploymentId/],
      [{ cause: { incidentId: 'none' } }, 400, /cause\.incidentId: .*none/],
      [{ cause: { deploymentId: 'none' } }, 400, /cause\.deploymentId: .*none/],
      [
        { failed: false, cause: { incidentId: 'none' } },
        400,
        /^cause: .*did not fail/,
      ],
      [{ colour: 'red' }, 400, /colour/],
    ])('refuses %j', async (more, status, message) => {
      const answer = await overrule({
        deploymentId: ids.v1,
        failed: true,
        reason: 'Checkout was down.',
        ...more,
      });
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(message);
      expect(await knex('dora_overrules')).toEqual([]);
    });

    it('does not blame a deployment for itself', async () => {
      const answer = await overrule({
        deploymentId: ids.v1,
        failed: true,
        cause: { deploymentId: ids.v1 },
        reason: 'It did.',
      });
      expect(answer.status).toBe(400);
    });

    it('is for people', async () => {
      const body = { deploymentId: ids.v1, failed: true, reason: 'I say so.' };
      const answer = await overrule(body, backend.ci);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/dora\.failure-link\.create/);
    });

    it('is for whom the service belongs to, and goes into the audit log', async () => {
      const event = { success: jest.fn(), fail: jest.fn() };
      auditor.createEvent.mockResolvedValue(event);
      permissions.authorize.mockImplementation(async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === 'dora.failure-link.create'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
      );
      const body = { deploymentId: ids.v1, failed: true, reason: 'I say so.' };
      const answer = await overrule(body);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toBe(
        "Missing permission 'dora.failure-link.create' for 'component:default/payments'",
      );
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'failure-link-overrule',
        severityLevel: 'medium',
        meta: {
          by: 'user:default/mock',
          deploymentId: ids.v1,
          entityRef: 'component:default/payments',
          failed: true,
          reason: 'I say so.',
        },
      });
      expect(event.fail).toHaveBeenCalledTimes(1);
      expect(permissions.authorize).toHaveBeenCalledWith(
        [
          {
            permission: expect.objectContaining({
              name: 'dora.failure-link.create',
            }),
            resourceRef: 'component:default/payments',
          },
        ],
        expect.anything(),
      );

      permissions.authorize.mockImplementation(async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      );
      expect((await overrule(body)).status).toBe(201);
      expect(event.success).toHaveBeenCalledTimes(1);
    });
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ApproverResolver } from '../approvers/ApproverResolver';
import { EntityReader } from '../entities/EntityReader';
import { AuditLogReceiver } from '../outbox/AuditLogReceiver';
import { DeliverOutbox } from '../outbox/DeliverOutbox';
import { Outbox } from '../outbox/Outbox';
import { OutboxStore } from '../outbox/OutboxStore';
import {
  actor,
  HatchesUnderTest,
} from '../requests/__testUtils__/HatchesUnderTest';
import { RequestService } from '../requests/RequestService';
import { NotificationSender } from './NotificationSender';

jest.setTimeout(120_000);

describe('telling people of decisions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    async function setUp() {
      const hatches = await HatchesUnderTest.create(
        await databases.init(databaseId),
      );
      const { knex, clock, settings } = hatches;
      const sent: NotificationSendOptions[] = [];
      const notifications = {
        down: false,
        async send(notification: NotificationSendOptions) {
          if (this.down) {
            throw new Error('connect ECONNREFUSED');
          }
          sent.push(notification);
        },
      };
      const auditor = mockServices.auditor.mock();
      const success = jest.fn(async () => {});
      auditor.createEvent.mockResolvedValue({ success, fail: async () => {} });
      const deliver = new DeliverOutbox({
        store: new OutboxStore({ knex }),
        clock,
        receivers: {
          notification: new NotificationSender({ notifications }),
          'audit-log': new AuditLogReceiver({ auditor }),
        },
        logger: mockServices.logger.mock(),
      });
      const outbox = new Outbox({ clock });
      outbox.onNudge(() => deliver.nudge());
      const catalog = hatches.catalog.service;
      const auth = mockServices.auth();
      hatches.service = new RequestService({
        knex,
        clock,
        settings,
        entities: new EntityReader({ auth, catalog }),
        approvers: new ApproverResolver({ auth, catalog, settings }),
        outbox,
      });
      return { hatches, notifications, sent, deliver, auditor, success };
    }

    it('tells approvers and requester soon after the decision', async () => {
      const { hatches, sent, deliver } = await setUp();
      const submitted = await hatches.request({ submit: true });
      await deliver.settled();
      expect(sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/platform-team'],
            excludeEntityRef: 'user:default/ml-engineer',
          },
          payload: expect.objectContaining({
            link: `/escape-hatches/${submitted.id}`,
            scope: `${submitted.id}:2:escape-hatch-approval`,
          }),
        },
      ]);
      await hatches.approve(submitted, 'platform-lead');
      await deliver.settled();
      expect(sent[1]).toMatchObject({
        recipients: {
          entityRef: ['user:default/ml-engineer', 'group:default/ml-team'],
          excludeEntityRef: 'user:default/platform-lead',
        },
      });
    });

    it('never fails a decision, and tells it when notifications are back', async () => {
      const { hatches, notifications, sent, deliver } = await setUp();
      notifications.down = true;
      const submitted = await hatches.request({ submit: true });
      const approved = await hatches.approve(submitted, 'platform-lead');
      expect(approved.status).toBe('approved');
      await deliver.settled();
      expect(sent).toEqual([]);

      notifications.down = false;
      hatches.wait({ minutes: 1 });
      await deliver.run();
      expect(sent.map(({ payload }) => payload.topic)).toEqual([
        'escape-hatch-approval',
        'escape-hatch-approved',
      ]);
      await deliver.run();
      expect(sent).toHaveLength(2);
    });

    it('tells nothing of a decision that was refused', async () => {
      const { hatches, sent, deliver } = await setUp();
      const submitted = await hatches.request({ submit: true });
      await hatches.approve(submitted, 'platform-lead');
      await deliver.settled();
      sent.length = 0;
      await expect(
        hatches.service.reject({
          id: submitted.id,
          expectedVersion: submitted.version,
          comment: 'Too late.',
          actor: actor('platform-engineer'),
        }),
      ).rejects.toThrow(ConflictError);
      await deliver.run();
      expect(sent).toEqual([]);
    });

    it('tells the audit log what the portal did, once', async () => {
      const { hatches, deliver, auditor, success } = await setUp();
      const { id, version } = await hatches.request({ submit: true });
      await hatches.service.lapse({ id, expectedVersion: version });
      await deliver.settled();
      await deliver.run();
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'request-lapse',
        severityLevel: 'medium',
        meta: {
          by: 'portal',
          request: id,
          number: 1,
          version: 3,
          status: 'lapsed',
        },
      });
      expect(success).toHaveBeenCalledTimes(1);
    });
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { MarkStore } from './MarkStore';
import { subscribeToMarks } from './subscribeToMarks';

jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const DAY = { from: 1_794_355_200, to: 1_794_441_600 };

const deployment = {
  id: 'deployment:1',
  entityRef: CHECKOUT,
  kind: 'deployment',
  at: '2026-11-11T14:02:00Z',
  title: 'v1 in production',
};

describe('subscribeToMarks', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    const marks = new MarkStore();
    let knex: Knex;
    let logger: ReturnType<typeof mockServices.logger.mock>;
    let tell: (eventPayload: object) => Promise<void>;
    const list = () => marks.list(knex, CHECKOUT, DAY);

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      logger = mockServices.logger.mock();
      const events = mockServices.events.mock();
      await subscribeToMarks({ events, knex, marks, logger });
      const [{ topics, onEvent }] = events.subscribe.mock.calls[0];
      tell = async eventPayload =>
        onEvent({ topic: topics[0], eventPayload } as EventParams);
    });

    it('replaces a mark that is told again', async () => {
      await tell(deployment);
      await tell({ ...deployment, kind: 'failed-deployment' });
      expect(await list()).toEqual([
        {
          at: '2026-11-11T14:02:00Z',
          kind: 'failed-deployment',
          title: 'v1 in production',
        },
      ]);
    });

    it('removes a mark that is taken back, and no other', async () => {
      await tell(deployment);
      await tell({ ...deployment, id: 'deployment:2', title: 'v2' });
      await tell({ id: 'deployment:1', retracted: true });
      await tell({ id: 'deployment:9', retracted: true });
      expect((await list()).map(({ title }) => title)).toEqual(['v2']);
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it.each([{ id: 'deployment:1', retracted: false }, { retracted: true }])(
      'warns of %j',
      async payload => {
        await tell(deployment);
        await tell(payload);
        expect(await list()).toHaveLength(1);
        expect(logger.warn).toHaveBeenCalledTimes(1);
      },
    );
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { DeliverOutbox } from './DeliverOutbox';
import { Outbox } from './Outbox';
import type { OutboxKind } from './OutboxMessage';
import { OutboxStore } from './OutboxStore';
import { retryDelay } from './retryDelay';

jest.setTimeout(120_000);

const START = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A receiver that notes what it is told, and fails or hangs as the test wants. */
class Receiver {
  readonly told: string[] = [];
  fails = 0;

  async receive({ key }: { key: string }): Promise<void> {
    if (this.fails > 0) {
      this.fails--;
      throw new Error('notifications are down');
    }
    this.told.push(key);
  }
}

describe('the outbox', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let now: number;
    let outbox: Outbox;
    const clock = { now: () => now };

    const add = (key: string, kind: OutboxKind = 'notification') =>
      outbox.add({ tx: knex, kind, requestId: 'r1', key, payload: { key } });
    const row = (key: string) =>
      knex('escape_hatch_outbox').where({ key }).first();
    const replica = (
      receivers: Partial<Record<OutboxKind, Receiver>>,
      db = knex,
    ) =>
      new DeliverOutbox({
        store: new OutboxStore({ knex: db }),
        clock,
        receivers,
        logger: mockServices.logger.mock(),
      });

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      now = START;
      outbox = new Outbox({ clock });
    });

    it('takes a key once', async () => {
      await expect(add('a')).resolves.toBe(true);
      await expect(add('a')).resolves.toBe(false);
      expect(await knex('escape_hatch_outbox')).toHaveLength(1);
    });

    it('holds nothing of a transaction that was undone', async () => {
      await expect(
        knex.transaction(async tx => {
          await outbox.add({
            tx,
            kind: 'issue',
            requestId: 'r1',
            key: 'a',
            payload: {},
          });
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      expect(await knex('escape_hatch_outbox')).toEqual([]);
    });

    it('tells each message once, in their order', async () => {
      const receiver = new Receiver();
      const keys = Array.from({ length: 120 }, (_, n) => `m${1000 + n}`);
      for (const key of keys) {
        await add(key);
        now += 1;
      }
      const deliver = replica({ notification: receiver });
      await deliver.run();
      await deliver.run();
      expect(receiver.told).toEqual(keys);
    });

    it('tells nothing before its time', async () => {
      const receiver = new Receiver();
      await outbox.add({
        tx: knex,
        kind: 'notification',
        requestId: null,
        key: 'later',
        payload: {},
        dueAt: START + MINUTE,
      });
      const deliver = replica({ notification: receiver });
      await deliver.run();
      expect(receiver.told).toEqual([]);
      now += MINUTE;
      await deliver.run();
      expect(receiver.told).toEqual(['later']);
    });

    it('tries again what failed, later and later', async () => {
      const receiver = new Receiver();
      receiver.fails = 2;
      await add('a');
      const deliver = replica({ notification: receiver });
      await deliver.run();
      expect(await row('a')).toMatchObject({
        attempts: 1,
        done_at: null,
        error: 'notifications are down',
      });
      now += 4_999;
      await deliver.run();
      expect(receiver.fails).toBe(1);
      now += 1;
      await deliver.run();
      now += 9_999;
      await deliver.run();
      expect(receiver.told).toEqual([]);
      now += 1;
      await deliver.run();
      expect(receiver.told).toEqual(['a']);
      expect(await row('a')).toMatchObject({ attempts: 3, error: null });
    });

    it('leaves a receiver that is down alone, and does not let it hold up others', async () => {
      const down = new Receiver();
      down.fails = 100;
      const up = new Receiver();
      for (let n = 0; n < 10; n++) {
        await add(`n${n}`);
        await add(`i${n}`, 'issue');
      }
      await replica({ notification: down, issue: up }).run();
      expect(100 - down.fails).toBe(3);
      expect(up.told).toHaveLength(10);
    });

    it('keeps what it has no receiver for', async () => {
      await add('a', 'issue');
      await replica({ notification: new Receiver() }).run();
      expect(await row('a')).toMatchObject({ attempts: 0, done_at: null });
    });

    it('gives up after two weeks', async () => {
      const receiver = new Receiver();
      receiver.fails = 2;
      await add('a');
      const deliver = replica({ notification: receiver });
      now += 14 * DAY - 1;
      await deliver.run();
      expect((await row('a')).done_at).toBeNull();
      now += 5_000;
      await deliver.run();
      expect(await row('a')).toMatchObject({ error: 'notifications are down' });
      expect(Number((await row('a')).done_at)).toBe(now);
    });

    it('takes up what another replica left when it was killed', async () => {
      const receiver = new Receiver();
      await add('a');
      const store = new OutboxStore({ knex });
      const [claimed] = await store.due({
        kind: 'notification',
        now,
        limit: 1,
      });
      expect(await store.claim(claimed, now + 2 * MINUTE)).toBe(true);
      expect(await store.claim(claimed, now + 2 * MINUTE)).toBe(false);
      const deliver = replica({ notification: receiver });
      now += 2 * MINUTE - 1;
      await deliver.run();
      expect(receiver.told).toEqual([]);
      now += 1;
      await deliver.run();
      expect(receiver.told).toEqual(['a']);
    });

    it('runs soon after a nudge, once for many, and survives a database that is away', async () => {
      const receiver = new Receiver();
      const deliver = replica({ notification: receiver });
      outbox.onNudge(() => deliver.nudge());
      await add('a');
      outbox.nudge();
      await add('b');
      outbox.nudge();
      outbox.nudge();
      await deliver.settled();
      expect(receiver.told).toEqual(['a', 'b']);

      await knex.schema.renameTable('escape_hatch_outbox', 'away');
      outbox.nudge();
      await deliver.settled();
      await knex.schema.renameTable('away', 'escape_hatch_outbox');
    });

    it('drops what was told long ago, and nothing else', async () => {
      await add('told');
      await replica({ notification: new Receiver() }).run();
      await add('untold', 'issue');
      const store = new OutboxStore({ knex });
      await expect(store.dropTold(START)).resolves.toBe(0);
      await expect(store.dropTold(START + 1)).resolves.toBe(1);
      expect(await knex('escape_hatch_outbox').pluck('key')).toEqual([
        'untold',
      ]);
    });
  });

  it('tells each message by one of two replicas on PostgreSQL', async () => {
    const id = databases
      .eachSupportedId()
      .map(([supported]) => supported)
      .find(supported => supported.startsWith('POSTGRES'));
    if (!id) {
      return;
    }
    const knex = await openDatabase(
      mockServices.database({ knex: await databases.init(id) }),
    );
    const clock = { now: () => START };
    const outbox = new Outbox({ clock });
    const keys = Array.from({ length: 200 }, (_, n) => `m${n}`);
    for (const key of keys) {
      await outbox.add({
        tx: knex,
        kind: 'notification',
        requestId: null,
        key,
        payload: {},
      });
    }
    const receivers = [new Receiver(), new Receiver()];
    const replicas = receivers.map(
      receiver =>
        new DeliverOutbox({
          store: new OutboxStore({ knex }),
          clock,
          receivers: { notification: receiver },
          logger: mockServices.logger.mock(),
        }),
    );
    await Promise.all(replicas.flatMap(each => [each.run(), each.run()]));
    const told = receivers.flatMap(receiver => receiver.told);
    expect(told.sort()).toEqual(keys.sort());
  });
});

describe('the time between attempts', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [10, 2_560_000],
    [11, 3_600_000],
    [1000, 3_600_000],
  ])('after %d: %d ms', (attempts, delay) => {
    expect(retryDelay(attempts)).toBe(delay);
  });
});

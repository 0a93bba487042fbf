/* eslint-disable jest/no-standalone-expect -- itOnPostgres is it, or its skip */
import { TestDatabases } from '@backstage/backend-test-utils';
import { actor, HatchesUnderTest } from './__testUtils__/HatchesUnderTest';
import { ReplicaProcess } from './__testUtils__/ReplicaProcess';
import type { HatchRecord } from './HatchRecord';

jest.setTimeout(900_000);

/** Statements before which a process is killed, spread over the decision, two at least; a night's run takes each. */
const KILLS = Number(process.env.GOLDEN_PATH_KILLS ?? 3);

describe('a backend that is killed while it decides', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const itOnPostgres = databases.supports('POSTGRES_18') ? it : it.skip;
  let hatches: HatchesUnderTest;
  let old: HatchRecord;
  let renewal: HatchRecord;

  /** The decision with the most to write: the last approval of a renewal, which ends the renewed one as well. */
  async function prepare(): Promise<void> {
    hatches = await HatchesUnderTest.create(
      await databases.init('POSTGRES_18'),
    );
    old = await hatches.approved();
    hatches.time = old.expiresAt - 86_400_000;
    renewal = await hatches.service.renew({
      id: old.id,
      expectedVersion: old.version,
      expiresAt: '2027-03-15',
      actor: actor('ml-lead'),
    });
  }

  const approval = () => ({
    method: 'approve' as const,
    options: {
      id: renewal.id,
      expectedVersion: renewal.version,
      actor: actor('platform-lead'),
    },
  });

  const start = (diesAt?: number) =>
    ReplicaProcess.start({ knex: hatches.knex, time: hatches.time, diesAt });

  /** All that the decision writes. */
  async function written() {
    const { knex, store } = hatches;
    const [rows] = await knex('escape_hatch_audit').count({ n: '*' });
    const [messages] = await knex('escape_hatch_outbox').count({ n: '*' });
    const parties = await knex('escape_hatch_request_parties').where({
      request_id: renewal.id,
      role: 'waiting',
    });
    const request = await store.get(renewal.id);
    return {
      status: request?.status,
      version: request?.version,
      approvals: request?.approvals.length,
      oldStatus: (await store.get(old.id))?.status,
      waiting: parties.length,
      rows: Number(rows.n),
      messages: Number(messages.n),
    };
  }

  itOnPostgres(
    'has decided wholly or not at all, with a valid trail, and another one goes on',
    async () => {
      await prepare();
      const before = await written();
      const whole = await start();
      const { outcomes, statements } = await whole.call([approval()]);
      await whole.stop();
      expect(outcomes).toEqual(['done']);
      const after = await written();
      expect(before).toMatchObject({
        status: 'submitted',
        oldStatus: 'approved',
        approvals: 0,
        rows: 5,
      });
      expect(after).toMatchObject({
        status: 'approved',
        oldStatus: 'superseded',
        approvals: 1,
        waiting: 0,
        rows: 7,
      });
      expect(after.messages).toBeGreaterThan(before.messages);

      // From before `BEGIN` to after `COMMIT`.
      const kills = Math.min(KILLS, statements + 1);
      for (let kill = 0; kill < kills; kill++) {
        const diesAt = 1 + Math.round((kill * statements) / (kills - 1));
        const expected = diesAt > statements ? after : before;
        await prepare();
        const replica = await start(diesAt);
        await replica.callAndDie(approval());

        expect([diesAt, await written()]).toEqual([diesAt, expected]);
        expect(await hatches.audit.verify()).toMatchObject({ valid: true });
        // What the dead one had locked is free again.
        const next = await start();
        expect((await next.call([approval()])).outcomes).toEqual([
          expected === before ? 'done' : 'ConflictError',
        ]);
        await next.stop();
        expect([diesAt, await written()]).toEqual([diesAt, after]);
        expect(await hatches.audit.verify()).toMatchObject({ valid: true });
      }
    },
  );
});

/* eslint-disable jest/no-standalone-expect -- itOnPostgres is it, or its skip */
import { TestDatabases } from '@backstage/backend-test-utils';
import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import {
  actor,
  draft,
  HatchesUnderTest,
} from './__testUtils__/HatchesUnderTest';
import {
  type ReplicaCall,
  ReplicaProcess,
} from './__testUtils__/ReplicaProcess';
import type { HatchRecord } from './HatchRecord';

jest.setTimeout(300_000);

/** Requests that are raced for; the benchmark's number is 1,000. */
const RACES = Number(process.env.GOLDEN_PATH_RACES ?? 60);

describe('two backend processes on one database', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const hasPostgres = databases.supports('POSTGRES_18');
  const itOnPostgres = hasPostgres ? it : it.skip;
  let hatches: HatchesUnderTest;
  let replicas: ReplicaProcess[];

  beforeAll(async () => {
    if (!hasPostgres) {
      return;
    }
    hatches = await HatchesUnderTest.create(
      await databases.init('POSTGRES_18'),
    );
    const { knex, time } = hatches;
    replicas = await Promise.all([
      ReplicaProcess.start({ knex, time }),
      ReplicaProcess.start({ knex, time }),
    ]);
  });
  afterAll(() => Promise.all((replicas ?? []).map(one => one.stop())));

  /** For a workload of its own, so that it overlaps only with others of the same name. */
  const wish = (name: string): EscapeHatchDraft => ({
    ...draft(),
    target: { name },
  });

  async function requests(
    prefix: string,
    options: { submit: boolean; count?: number },
  ): Promise<HatchRecord[]> {
    const { submit, count = RACES } = options;
    const records: HatchRecord[] = [];
    for (let index = 0; index < count; index++) {
      records.push(
        await hatches.request({ ...wish(`${prefix}-${index}`), submit }),
      );
    }
    return records;
  }

  const call = (
    method: ReplicaCall['method'],
    { id, version }: HatchRecord,
    user: string,
    more: object = {},
  ): ReplicaCall => ({
    method,
    options: {
      id,
      expectedVersion: version,
      comment: 'A reason.',
      actor: actor(user),
      ...more,
    },
  });

  /** Lets both do their calls at once; how each pair ended, sorted. */
  async function race(
    one: ReplicaCall[],
    other: ReplicaCall[],
  ): Promise<string[][]> {
    const [first, second] = await Promise.all([
      replicas[0].call(one),
      replicas[1].call(other),
    ]);
    return first.outcomes.map((outcome, index) =>
      [outcome, second.outcomes[index]].sort(),
    );
  }

  const oneWinsEach = (count = RACES) =>
    Array.from({ length: count }, () => ['ConflictError', 'done']);

  afterEach(async () => {
    if (hasPostgres) {
      expect(await hatches.audit.verify()).toMatchObject({ valid: true });
    }
  });

  itOnPostgres(
    'approve each request once, whoever of two is faster',
    async () => {
      const records = await requests('approved', { submit: true });
      const from = Date.now();
      expect(
        await race(
          records.map(record => call('approve', record, 'platform-lead')),
          records.map(record => call('approve', record, 'platform-engineer')),
        ),
      ).toEqual(oneWinsEach());
      expect(Date.now() - from).toBeLessThan(30_000);
      for (const stored of await hatches.store.getMany(
        records.map(({ id }) => id),
      )) {
        expect(stored).toMatchObject({ status: 'approved', version: 3 });
        expect(stored?.approvals).toHaveLength(1);
      }
    },
  );

  itOnPostgres('let one of two opposite decisions win', async () => {
    const records = await requests('opposite', { submit: true });
    const methods = ['reject', 'withdraw', 'edit', 'lapse'] as const;
    expect(
      await race(
        records.map(record => call('approve', record, 'platform-lead')),
        records.map((record, index) => {
          const method = methods[index % methods.length];
          return method === 'edit'
            ? call(method, record, 'ml-engineer', {
                edit: { expectedVersion: 2, mitigations: 'Others.' },
              })
            : call(
                method,
                record,
                method === 'reject' ? 'platform-engineer' : 'ml-engineer',
              );
        }),
      ),
    ).toEqual(oneWinsEach());
  });

  itOnPostgres('submit one of two drafts that overlap', async () => {
    const ones = await requests('draft', { submit: false });
    const others = await requests('draft', { submit: false });
    expect(
      await race(
        ones.map(record => call('submit', record, 'ml-lead')),
        others.map(record => call('submit', record, 'ml-lead')),
      ),
    ).toEqual(oneWinsEach());
  });

  itOnPostgres('take one of two new requests that overlap', async () => {
    // In opposite order, as two people would name the rules: locks must not wait for each other.
    const creation = (index: number, rules: string[]): ReplicaCall => ({
      method: 'create',
      options: {
        draft: { ...wish(`new-${index}`), rules, submit: true },
        actor: actor('ml-lead'),
      },
    });
    const indices = Array.from({ length: RACES }, (_, index) => index);
    const rules = ['probes', 'read-only-root'];
    expect(
      await race(
        indices.map(index => creation(index, rules)),
        indices.map(index => creation(index, [...rules].reverse())),
      ),
    ).toEqual(oneWinsEach());
    const { records } = await hatches.store.list({
      now: hatches.time,
      limit: 500,
    });
    const numbers = records.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  itOnPostgres('renew an escape hatch once', async () => {
    const count = 10;
    const records: HatchRecord[] = [];
    for (const record of await requests('renewed', { submit: true, count })) {
      records.push(await hatches.approve(record, 'platform-lead'));
    }
    // Within 30 days of the end.
    const time = records[0].expiresAt - 86_400_000;
    await Promise.all(replicas.map(one => one.stop()));
    hatches.time = time;
    await hatches.clock.sync();
    const { knex } = hatches;
    replicas = await Promise.all([
      ReplicaProcess.start({ knex, time }),
      ReplicaProcess.start({ knex, time }),
    ]);
    const renewals = records.map(record =>
      call('renew', record, 'ml-lead', { expiresAt: '2027-03-15' }),
    );
    expect(await race(renewals, renewals)).toEqual(oneWinsEach(count));

    // The last approval of the renewal, while the old one is revoked: both may win, but only one after the other.
    const page = await hatches.store.list({
      where: { status: 'submitted', requester: 'user:default/ml-lead' },
      now: time,
      limit: 500,
    });
    const pending = records.map(
      ({ id }) => page.records.find(({ renewalOf }) => renewalOf === id)!,
    );
    const outcomes = await race(
      pending.map(record => call('approve', record, 'platform-lead')),
      records.map(record => call('revoke', record, 'ml-lead')),
    );
    for (const [index, record] of records.entries()) {
      const old = await hatches.store.get(record.id);
      const renewal = await hatches.store.get(pending[index].id);
      expect([outcomes[index], old?.status, renewal?.status]).toEqual(
        old?.status === 'revoked'
          ? [expect.arrayContaining(['done']), 'revoked', expect.anything()]
          : [['ConflictError', 'done'], 'superseded', 'approved'],
      );
    }
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import { rollout } from '../facts/__testUtils__/events';
import { CollectSources } from './CollectSources';
import { SourceStore } from './SourceStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('CollectSources on %s', id => {
  let knex: Knex;
  let facts: FactsUnderTest;
  /** What the source does in the next pass. */
  let pass: (sink: DoraSink, signal: AbortSignal) => Promise<void>;

  const store = new SourceStore();
  const source: DoraSource = {
    id: 'scripted:one',
    type: 'scripted',
    collect: ({ sink, signal }) => pass(sink, signal),
  };
  const create = () =>
    new CollectSources({
      knex,
      recorder: facts.recorder,
      store,
      logger: mockServices.logger.mock(),
      groups: [
        {
          id: 'scripted',
          schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
          sources: async () => [source],
        },
      ],
    });
  const run = (signal = new AbortController().signal) => {
    const collecting = create();
    return collecting.run(collecting.groups[0], signal);
  };
  const status = async () => (await create().list())[0];
  const count = async () => {
    const [{ n }] = await knex('dora_events').count({ n: '*' });
    return Number(n);
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    facts = await FactsUnderTest.create(knex);
  });

  it('waits, backfills, and is well', async () => {
    expect(await status()).toEqual({
      id: 'scripted:one',
      type: 'scripted',
      state: 'waiting',
      lastSeenAt: null,
      warnings: [],
    });
    pass = async sink => {
      await sink.record({ events: [rollout('v1', '03-02T09:00')] });
      await sink.progress({ done: 1, total: 2, completeFrom: '2026-03-01' });
      expect(await status()).toMatchObject({
        state: 'backfilling',
        lastSeenAt: null,
        progress: { done: 1, total: 2, etaSeconds: null },
        completeFrom: '2026-03-01',
      });
    };
    await run();
    const after = await status();
    expect(after).toMatchObject({ state: 'ok', warnings: [] });
    expect(after.progress).toBeUndefined();
    expect(Date.now() - Date.parse(after.lastSeenAt!)).toBeLessThan(10_000);
  });

  it('fails with a reason, keeps what it has, and heals', async () => {
    pass = async sink => {
      await sink.record({
        events: [rollout('v1', '03-02T09:00')],
        cursor: { next: 2 },
      });
      await sink.warn('One file was skipped.');
      throw new Error('https://ann:s3cret@example.com is gone');
    };
    await run();
    expect(await status()).toMatchObject({
      state: 'failing',
      error: 'https://example.com is gone',
      warnings: ['One file was skipped.'],
    });
    expect(await count()).toBe(1);

    // A source that cannot even be reached is not on its way again.
    pass = async () => {
      expect((await status()).state).toBe('failing');
      throw new Error('still gone');
    };
    await run();
    expect(await status()).toMatchObject({ error: 'still gone' });

    pass = async sink => {
      expect(await sink.cursor()).toEqual({ next: 2 });
    };
    await run();
    const healed = await status();
    expect(healed).toMatchObject({ state: 'ok' });
    expect(healed.error).toBeUndefined();
  });

  it('goes on where it was when it was stopped', async () => {
    const abort = new AbortController();
    pass = async (sink, signal) => {
      await sink.record({
        events: [rollout('v1', '03-02T09:00')],
        cursor: 1,
      });
      abort.abort();
      signal.throwIfAborted();
    };
    await run(abort.signal);
    expect(await status()).toMatchObject({ state: 'backfilling' });
    pass = async sink => expect(await sink.cursor()).toBe(1);
    await run();
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('stores neither events nor cursor where one of them cannot be', async () => {
    pass = async sink => {
      await sink.record({ events: [], cursor: 'before' });
      await expect(
        sink.record({
          events: [rollout('v1', '03-02T09:00'), rollout('', '03-02T10:00')],
          cursor: 'behind',
        }),
      ).rejects.toThrow('events[1].version');
      expect(await sink.cursor()).toBe('before');
      expect(await count()).toBe(0);
    };
    await run();
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('refuses what a pass still writes after another one has begun', async () => {
    pass = async sink => {
      await store.begin(knex, {
        id: source.id,
        type: source.type,
        at: Date.now() + 1,
      });
      await expect(
        sink.record({
          events: [rollout('v1', '03-02T09:00')],
          cursor: 'late',
        }),
      ).rejects.toThrow(
        "Source 'scripted:one' is collected by another process",
      );
      expect(await count()).toBe(0);
    };
    await run();
    // Nor does it say how the other one fares.
    expect((await status()).state).not.toBe('ok');
  });

  it('stores more events than one transaction takes, the cursor with the last', async () => {
    pass = async sink => {
      const events = Array.from({ length: 4_500 }, (_, index) => ({
        ...rollout('v1', '03-02T09:00'),
        id: `${index}`,
        service: { by: 'name' as const, value: 'nobody' },
      }));
      expect(await sink.record({ events, cursor: 'all' })).toEqual({
        accepted: 4_500,
        duplicates: 0,
      });
      expect(await sink.record({ events })).toEqual({
        accepted: 0,
        duplicates: 4_500,
      });
      expect(await sink.cursor()).toBe('all');
    };
    await run();
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('keeps the newest 20 warnings, each once', async () => {
    pass = async sink => {
      for (let index = 0; index < 30; index++) {
        await sink.warn(`Warning ${index}\0`);
      }
    };
    await run();
    pass = sink => sink.warn('Warning 15');
    await run();
    const { warnings } = await status();
    expect(warnings).toEqual([
      ...[10, 11, 12, 13, 14].map(n => `Warning ${n}`),
      ...Array.from({ length: 14 }, (_, index) => `Warning ${index + 16}`),
      'Warning 15',
    ]);
  });

  it('lists what sends by itself, too, but no repository that nobody names', async () => {
    await store.seen(knex, { id: 'cdevents', type: 'cdevents', at: 0 });
    await store.begin(knex, { id: 'git:acme/old', type: 'git', at: 0 });
    expect((await create().list()).map(one => one.id)).toEqual([
      'scripted:one',
      'cdevents',
    ]);
  });
});

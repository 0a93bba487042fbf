import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import {
  type TestCommit,
  TestRepository,
} from '../git/__testUtils__/TestRepository';
import { CollectorProcess } from './__testUtils__/CollectorProcess';

jest.setTimeout(900_000);

const KILLS = Number(process.env.GOLDEN_PATH_KILLS ?? 3);
const DEPLOYMENTS = 6_000;
const CHANGES = 2_000;
const SERVICES = ['payments', 'orders', 'signon'];

/** 2026-03-02T09:00:00Z. */
const MONDAY = 1_772_442_000;

/** Deployments of services in turn, now and then of an earlier version; some are only other configurations. */
function deployments(count: number, from: number): TestCommit[] {
  return Array.from({ length: count }, (_, index) => {
    const service = SERVICES[index % SERVICES.length];
    const environment = index % 5 < 3 ? 'production' : 'staging';
    const version = index % 11 === 10 ? index - 9 : index;
    return {
      at: from + index * 60,
      files: {
        [`environments/${environment}/${service}/values.yaml`]: `# ${index}\nimage:\n  tag: v${version}\n`,
      },
    };
  });
}

describe('collectors that are killed', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const open: { remove(): Promise<void> }[] = [];
  const running: CollectorProcess[] = [];
  let gitops: TestRepository;
  let service: TestRepository;
  let first: string[];

  beforeAll(async () => {
    gitops = await TestRepository.create();
    service = await TestRepository.create();
    open.push(gitops, service);
    first = await gitops.commits(deployments(DEPLOYMENTS, MONDAY));
    const changes = await service.commits(
      Array.from({ length: CHANGES }, (_, index) => ({
        at: MONDAY - 3_600 + index * 200,
        message: `Change ${index} (#${index})`,
        files: { a: `${index}` },
      })),
    );
    for (let index = 0; index < CHANGES; index += 10) {
      await service.git('tag', `v${index}`, changes[index]);
    }
  });
  afterEach(() => Promise.all(running.splice(0).map(one => one.kill())));
  afterAll(() => Promise.all(open.map(one => one.remove())));

  /** A database and a folder for mirrors of one backend, which is killed and started again. */
  async function prepare(knex: Knex) {
    const repository = `file${service.path.replace(/\.git$/, '')}`;
    const facts = await FactsUnderTest.create(knex, {
      services: SERVICES.map(name => ({
        entity_ref: `component:default/${name}`,
        name,
        repository,
        repository_url: service.url,
      })),
    });
    const folder = await mkdtemp(join(tmpdir(), 'dora-mirrors-'));
    open.push({ remove: () => rm(folder, { recursive: true, force: true }) });
    const start = () => {
      const collector = CollectorProcess.start({
        database: knex.client.config.connection.database,
        dora: {
          workDirectory: join(folder, 'mirrors'),
          sources: [
            {
              type: 'gitops',
              url: gitops.url,
              branch: 'main',
              path: 'environments/<environment>/<service>/values.yaml',
              value: 'image.tag',
            },
            { type: 'git' },
          ],
        },
      });
      running.push(collector);
      return collector;
    };
    const count = async () => {
      const [{ n }] = await knex('dora_events').count({ n: '*' });
      return Number(n);
    };
    /** What holds by now; the number of a revision says only how often it was told. */
    const outcome = async () => ({
      events: (await knex('dora_events').where('superseded', false))
        .map(row => {
          const { revision, ...event } = JSON.parse(row.payload);
          return { source: row.source, ...event };
        })
        .filter(event => !event.retracted)
        .sort((a, b) => (a.source + a.id < b.source + b.id ? -1 : 1)),
      facts: await facts.facts(),
    });
    return { start, count, outcome };
  }

  type Prepared = Awaited<ReturnType<typeof prepare>>;

  /** Kills collectors that are somewhere between two numbers of events, then lets one come to its end. */
  async function disturb(
    { start, count }: Prepared,
    from: number,
    to: number,
  ): Promise<number> {
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const collector = start();
      // Spread over all of it, whatever the speed of the machine.
      const share = (kill + 0.5) / KILLS;
      while (
        !collector.isDone &&
        (await count()) < from + share * (to - from)
      ) {
        await sleep(5);
      }
      killed += collector.isDone ? 0 : 1;
      await collector.kill();
    }
    await start().done();
    return killed;
  }

  it('have the same events and facts as one that is left alone', async () => {
    if (databases.eachSupportedId().length === 0) {
      return;
    }
    const alone = await prepare(await databases.init('POSTGRES_18'));
    await alone.start().done();
    const expected = await alone.outcome();
    const total = await alone.count();
    expect(total).toBe(DEPLOYMENTS + CHANGES + CHANGES / 10);

    const disturbed = await prepare(await databases.init('POSTGRES_18'));
    expect(await disturb(disturbed, 0, total)).toBeGreaterThan(KILLS / 2);
    expect(await disturbed.outcome()).toEqual(expected);

    // The same while history is rewritten: half of it goes, and as much comes.
    await gitops.git('update-ref', 'refs/heads/main', first[DEPLOYMENTS / 2]);
    await gitops.commits(
      deployments(DEPLOYMENTS / 2, MONDAY + DEPLOYMENTS * 60),
    );
    await alone.start().done();
    const rewritten = await alone.outcome();
    expect(rewritten.events).toHaveLength(expected.events.length + 1);
    expect(rewritten).not.toEqual(expected);
    const killed = await disturb(disturbed, total, await alone.count());
    expect(killed).toBeGreaterThan(KILLS / 2);
    expect(await disturbed.outcome()).toEqual(rewritten);
  });
});

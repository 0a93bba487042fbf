/* eslint-disable jest/no-export -- one suite for a test file per language, which Jest runs side by side */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  readSloDocuments,
  type SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import { renderToFolder } from '../../__testUtils__/renderToFolder';
import { describeWithTools } from '../../__testUtils__/describeWithTools';
import { readDockerfile } from './readDockerfile';
import { type ContainerStart, rehearseImage } from './rehearseImage';
import { RunningApplication } from './RunningApplication';
import { runProgram } from './runProgram';
import { selectorsOf } from './selectorsOf';
import { seriesOf } from './seriesOf';

/** How a language does what every application can. */
interface Language {
  language: 'node' | 'go' | 'python';
  /** Programs that this machine must have. */
  needs: string[];
  /** Commands that make the tests runnable, as the service's README tells them. */
  install: string[][];
  lint: string[][];
  test: string[];
  smoke: string[];
  /** Of the commands. */
  env?: (folder: string) => NodeJS.ProcessEnv;
  /** The route of the example, as the language writes templates. */
  route: string;
}

const NAME = 'orders-api';

/** The tests that an application of a service passes, in whichever language it is written. */
export function describeApplication(options: Language): void {
  const { language, needs, install, lint, test, smoke, env, route } = options;

  describeWithTools(
    ...needs,
    'hadolint',
    'promtool',
  )(`application in ${language}`, () => {
    let root: string;
    let folder: string;
    let start: ContainerStart;

    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), `application-${language}-`));
      await renderToFolder({
        template: 'kubernetes-service',
        values: {
          name: NAME,
          description: 'Takes "orders" & more',
          owner: 'group:default/shop',
          language,
          exposure: 'internal',
        },
        folder: root,
      });
      folder = join(root, NAME);
      start = await rehearseImage({
        context: folder,
        into: join(root, 'image'),
      });
      for (const command of install) {
        await run(command);
      }
    }, 600_000);

    afterAll(async () => {
      await rm(root, { recursive: true, force: true });
    });

    function run(command: string[], more: NodeJS.ProcessEnv = {}) {
      return runProgram(command, {
        cwd: folder,
        env: { ...env?.(folder), ...more },
      });
    }

    it('has nothing that its linters find', async () => {
      for (const command of lint) {
        await expect(run(command)).resolves.toBeDefined();
      }
    }, 120_000);

    it('passes its own tests', async () => {
      await expect(run(test)).resolves.toBeDefined();
    }, 300_000);

    it('has an image that is pinned, non-root and without a health check of its own', async () => {
      await runProgram(['hadolint', 'Dockerfile'], { cwd: folder });
      const stages = readDockerfile(
        await readFile(join(folder, 'Dockerfile'), 'utf8'),
      );
      expect(stages).toHaveLength(2);
      for (const { image } of stages) {
        expect(image).toMatch(/^[a-z0-9./-]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}$/);
      }
      expect(stages[1].instructions).toEqual(
        expect.arrayContaining([
          { keyword: 'USER', value: '10001:10001' },
          { keyword: 'HEALTHCHECK', value: 'NONE' },
          { keyword: 'EXPOSE', value: '8080' },
        ]),
      );
    });

    it('refuses a port that is none, by name', async () => {
      await expect(
        runProgram(start.command, {
          cwd: start.cwd,
          env: { ...start.env, PORT: 'eighty' },
        }),
      ).rejects.toThrow(/PORT must be a whole number .*eighty/);
    });

    describe('as its image starts it', () => {
      let app: RunningApplication;

      beforeEach(async () => {
        app = await RunningApplication.start(start);
      }, 60_000);
      afterEach(() => app.kill());

      async function requests() {
        const { body } = await app.get('/metrics');
        return seriesOf(body).filter(
          ({ metric }) => metric === 'http_requests_total',
        );
      }

      it('answers the platform and its users', async () => {
        const answers = await Promise.all(
          [
            '/healthz',
            '/readyz',
            '/metrics',
            '/api/greetings/Ada',
            '/api/greetings/1',
            '/api/nothing',
          ].map(async path => [path, (await app.get(path)).status]),
        );
        expect(Object.fromEntries(answers)).toEqual({
          '/healthz': 200,
          '/readyz': 200,
          '/metrics': 200,
          '/api/greetings/Ada': 200,
          '/api/greetings/1': 400,
          '/api/nothing': 404,
        });
      });

      it('passes its smoke tests', async () => {
        await expect(run(smoke, { SMOKE_URL: app.url })).resolves.toBeDefined();
      }, 120_000);

      it('fails its smoke tests where there is no such service', async () => {
        await expect(run(smoke)).rejects.toThrow('SMOKE_URL must be');
      }, 120_000);

      it('has metrics that promtool finds nothing wrong with', async () => {
        await app.get('/api/greetings/Ada');
        const { body } = await app.get('/metrics');
        expect(
          await runProgram(['promtool', 'check', 'metrics'], {
            cwd: root,
            input: body,
          }),
        ).toBe('');
      });

      it('has the series that its objectives select, before anyone has asked for anything', async () => {
        const { slos, problems } = await readSlos();
        expect(problems).toEqual([]);
        expect(slos.map(({ name }) => name)).toEqual([
          'availability',
          'latency',
        ]);
        const series = seriesOf((await app.get('/metrics')).body);
        for (const { indicator } of slos) {
          const { good, total } = indicator as { good: string; total: string };
          const selectors = [good, total].flatMap(selectorsOf);
          expect(selectors.length).toBeGreaterThanOrEqual(2);
          for (const { metric, labels } of selectors) {
            expect(labels).toContain('job');
            // Prometheus adds job, each sample of a histogram's bucket has le.
            const own = labels.filter(label => label !== 'job');
            expect(
              series.filter(
                one =>
                  one.metric === metric &&
                  own.every(label => label in one.labels),
              ),
            ).not.toEqual([]);
          }
        }
        expect(
          series.some(
            ({ metric, labels }) =>
              metric === 'http_request_duration_seconds_bucket' &&
              labels.le === '0.5',
          ),
        ).toBe(true);
      });

      it('counts by route template, and nothing that the platform asks', async () => {
        for (const path of ['/healthz', '/readyz', '/metrics']) {
          await app.get(path);
        }
        await app.get('/api/greetings/Ada');
        await app.get('/api/greetings/Bob');
        expect((await requests()).filter(({ value }) => value > 0)).toEqual([
          {
            metric: 'http_requests_total',
            labels: { method: 'GET', route, status: '200' },
            value: 2,
          },
        ]);
      });

      it('makes few series of however many paths and methods', async () => {
        const before = (await requests()).length;
        for (let n = 0; n < 40; n++) {
          await app.get(`/wp-admin/${n}/setup.php?id=${n}`);
          await app.get(`/api/greetings/visitor-${n}`);
          await app.get('/', { method: `METHOD${n}` });
          await app.get('/api/greetings/Ada', { method: `METHOD${n}` });
        }
        const after = await requests();
        // Unknown paths, unknown methods, and unknown methods of a known path
        expect(after.length - before).toBeLessThanOrEqual(3);
        expect(
          after.find(
            ({ labels }) =>
              labels.method === 'GET' && labels.route === 'unmatched',
          )?.value,
        ).toBe(40);
      });

      it('logs what it does as JSON, and nothing of what a client sends', async () => {
        await app.get('/api/greetings/Ada?token=s3cret');
        await app.get('/s3cret');
        const log = await app.logWith('"unmatched"');
        expect(log).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              level: 'info',
              message: 'request',
              service: NAME,
              method: 'GET',
              route,
              status: 200,
            }),
            expect.objectContaining({ route: 'unmatched', status: 404 }),
          ]),
        );
        for (const line of log) {
          expect(new Date(String(line.time)).getTime()).toBeGreaterThan(0);
        }
        expect(JSON.stringify(log)).not.toMatch(/s3cret|Ada/);
      });

      it('is not ready from SIGTERM on, serves until nobody asks, and is gone within 10 s', async () => {
        const begin = Date.now();
        app.terminate();
        await wait(100);
        expect((await app.get('/readyz')).status).toBe(503);
        expect((await app.get('/healthz')).status).toBe(200);

        const answers = new Set<number>();
        let failure = '';
        while (!failure) {
          try {
            answers.add((await app.get('/api/greetings/Ada')).status);
            await wait(20);
          } catch (error) {
            failure = (error as NodeJS.ErrnoException).code ?? String(error);
          }
        }
        expect([...answers]).toEqual([200]);
        expect(failure).toBe('ECONNREFUSED');
        // SHUTDOWN_DELAY_SECONDS is 3 where nothing else is said.
        expect(Date.now() - begin).toBeGreaterThan(2900);
        expect(await app.exitCode()).toBe(0);
        expect(Date.now() - begin).toBeLessThan(10_000);
      }, 20_000);
    });

    async function readSlos(): Promise<{
      slos: SloDefinition[];
      problems: unknown[];
    }> {
      const file = `slos/${NAME}.yaml`;
      return readSloDocuments([
        { file, content: await readFile(join(folder, file), 'utf8') },
      ]);
    }
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import knexFactory from 'knex';
import { BenchmarkPostgres } from '../../support/BenchmarkPostgres';
import type { Figure } from '../../support/Figure';
import { SERVICES, SIZE, writeHistory } from './writeHistory';

const ROOT = join(__dirname, '../../..');

/** What `collect.ts` prints. */
interface Collected {
  fetchSeconds: number;
  backfillSeconds: number;
  peakMegabytes: number;
}

/** Measures a complete backfill of a generated repository into PostgreSQL, beside `git log -p` on the same paths. */
export async function* measureBackfill(options: {
  onPhase: (phase: string) => void;
}): AsyncGenerator<Figure> {
  const { onPhase } = options;
  const folder = await mkdtemp(join(tmpdir(), 'benchmark-gitops-'));
  const repository = join(folder, 'gitops.git');
  onPhase('Start PostgreSQL');
  const postgres = await BenchmarkPostgres.start();
  try {
    onPhase(`Write ${SIZE.commits} commits`);
    await run('git', ['init', '--quiet', '--bare', repository]);
    await writeHistory(repository);
    await fillDirectory(postgres.connection);

    onPhase('git log -p');
    const log = await timeLog(repository);
    yield {
      name: 'git log -p',
      measured: log,
      unit: 's',
      detail: `of environments in ${SIZE.commits} commits, first parents, the better of two`,
    };

    onPhase('Collect');
    const { fetchSeconds, backfillSeconds, peakMegabytes } = await collect({
      folder,
      repository,
      connection: postgres.connection,
    });
    const { production, others } = await countDeployments(postgres.connection);
    yield {
      name: 'fetching the mirror, once',
      measured: fetchSeconds,
      unit: 's',
      detail: 'as git clone takes; git log -p is measured without it, too',
    };
    yield {
      name: 'backfill',
      measured: backfillSeconds,
      unit: 's',
      detail: `${production} deployments to production, ${others} others`,
    };
    yield {
      name: '… compared with git log -p',
      measured: backfillSeconds / log,
      unit: '×',
      limit: 2,
      atMost: true,
    };
    yield {
      name: '… peak memory of the process',
      measured: peakMegabytes,
      unit: 'MB',
      limit: 300,
    };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeLog(repository: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    const begun = performance.now();
    await run('git', [
      `--git-dir=${repository}`,
      'log',
      '-p',
      '--first-parent',
      'main',
      '--',
      'environments',
    ]);
    times.push((performance.now() - begun) / 1_000);
  }
  return Math.min(...times);
}

/** Collects in a process of its own, of plain JavaScript as an installed backend is, so that its memory can be told. */
async function collect(options: {
  folder: string;
  repository: string;
  connection: object;
}): Promise<Collected> {
  const { folder, repository, connection } = options;
  // Beside the dependencies that it does not contain.
  const script = join(ROOT, 'node_modules/.cache/benchmark-gitops.cjs');
  await build({
    entryPoints: [join(__dirname, 'collect.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    absWorkingDir: ROOT,
    plugins: [
      {
        name: 'dependencies',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            path.startsWith('@golden-path/')
              ? undefined
              : { path, external: true },
          );
        },
      },
    ],
  });
  const output = await run(process.execPath, [script], {
    OPTIONS: JSON.stringify({
      connection,
      dora: {
        workDirectory: join(folder, 'mirrors'),
        sources: [
          {
            type: 'gitops',
            url: repository,
            branch: 'main',
            path: 'environments/<environment>/<service>/values.yaml',
            value: 'image.tag',
          },
        ],
      },
    }),
  });
  return JSON.parse(output);
}

/** Components of the names in the repository, and the tables they are in. */
async function fillDirectory(connection: object): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection });
  try {
    await knex.migrate.latest({
      directory: join(ROOT, 'plugins/dora-backend/migrations'),
    });
    const services = SERVICES.map((name, index) => ({
      entity_ref: `component:default/${name}`,
      name,
      namespace: 'default',
      owner_ref: `group:default/team-${index % 10}`,
    }));
    await knex('dora_services').insert(services);
    await knex('dora_ownership').insert(
      services.map(({ entity_ref, owner_ref }) => ({
        entity_ref,
        owner_ref,
        from_ms: 0,
      })),
    );
  } finally {
    await knex.destroy();
  }
}

async function countDeployments(connection: object) {
  const knex = knexFactory({ client: 'pg', connection });
  try {
    const rows: { production: boolean; n: string }[] = await knex(
      'dora_deployments',
    )
      .whereNotIn('kind', ['import', 'config', 'removal'])
      .groupBy('production')
      .select('production')
      .count({ n: '*' });
    const of = (production: boolean) =>
      Number(rows.find(row => row.production === production)?.n ?? 0);
    return { production: of(true), others: of(false) };
  } finally {
    await knex.destroy();
  }
}

/** What a program prints, up to a thousand characters; all of it is read. */
async function run(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', chunk => {
    if (output.length < 1_000) {
      output += chunk;
    }
  });
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`${program} ended with ${code}`);
  }
  return output;
}

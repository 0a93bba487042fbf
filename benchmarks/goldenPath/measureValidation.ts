import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TemplateRenderer } from '../../packages/backend/src/rendering/TemplateRenderer';
import { findOnPath } from '../../plugins/scaffolder-backend-module-golden-path/src/validate/findOnPath';
import type { ValidateFilesOptions } from '../../plugins/scaffolder-backend-module-golden-path/src/validation/ValidateFilesOptions';
import { Durations } from '../support/Durations';
import type { Figure } from '../support/Figure';

/** What the wizard promises, for a person waits. */
const LIMIT_MS = 2_000;
const RUNS = 20;

const SERVICES = [
  { template: 'kubernetes-service', language: 'node' },
  { template: 'kubernetes-service', language: 'go' },
  { template: 'kubernetes-service', language: 'python' },
  { template: 'ecs-service', language: 'node' },
];

/** Renders whole services and measures their validation, each in a process of its own, which is cold at first. */
export async function* measureValidation(options: {
  onPhase: (phase: string) => void;
}): AsyncGenerator<Figure> {
  const { onPhase } = options;
  onPhase('starting the renderer');
  const renderer = await TemplateRenderer.start();
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-benchmark-'));
  try {
    const helm = await findOnPath('helm');
    for (const { template, language } of SERVICES) {
      onPhase(`rendering ${template} in ${language}`);
      const { files } = await renderer.render({
        folder: resolve(__dirname, '../../templates', template),
        values: {
          name: 'orders-api',
          owner: 'group:default/platform-team',
          exposure: 'public',
          language,
        },
      });
      const service: ValidateFilesOptions = {
        files: [...files].map(([path, content]) => ({
          path,
          content: content.toString('utf8'),
        })),
        service: 'orders-api',
        ...(template === 'kubernetes-service' && { gitops: 'gitops' }),
      };
      const name = `${template}, ${language}, ${files.size} files`;
      onPhase(`checking ${name}`);
      yield* measureService({ name, service, folder });
      if (helm && service.gitops) {
        const withHelm = { ...service, helm };
        yield* measureService({
          name: `… with helm`,
          service: withHelm,
          folder,
        });
      }
    }
  } finally {
    await renderer.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* measureService(options: {
  name: string;
  service: ValidateFilesOptions;
  folder: string;
}): AsyncGenerator<Figure> {
  const { name, service, folder } = options;
  const file = join(folder, 'service.json');
  await writeFile(file, JSON.stringify(service));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      join(__dirname, 'runValidation.ts'),
      file,
      String(RUNS),
    ],
    { maxBuffer: 1024 * 1024 },
  );
  const [first, ...rest] = JSON.parse(stdout) as number[];
  const durations = new Durations(rest);
  yield {
    name: `${name}: the first`,
    measured: first,
    unit: 'ms',
    limit: LIMIT_MS,
    detail: 'reads schemas, loads WebAssembly',
  };
  yield {
    name: '… p95 of the next',
    measured: durations.percentile(0.95),
    unit: 'ms',
    limit: LIMIT_MS,
    detail: durations.describe(),
  };
}

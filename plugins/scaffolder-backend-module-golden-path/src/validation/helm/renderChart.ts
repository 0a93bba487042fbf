import { execFile, type ExecFileException } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { KubernetesSchemas } from '../kubernetes/KubernetesSchemas';
import { record } from '../record';
import type { ChartRelease } from '../values/ChartRelease';
import type { Workspace } from '../Workspace';
import type { HelmRendering } from './HelmRendering';

const TIMEOUT_MS = 15_000;
/** As much as Kubernetes takes of a release: more than a service ever has. */
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/** What the pipeline writes with the first image. */
const IMAGE = { tag: '0'.repeat(40), digest: `sha256:${'0'.repeat(64)}` };

/**
 * Runs `helm template` on a copy of a chart in a temporary folder, with the values of an environment. Where no image has been
 * built yet, one of zeros stands in. Helm gets no environment, no configuration, no plugins and no cluster.
 *
 * @throws when it is aborted
 */
export async function renderChart(options: {
  helm: string;
  workspace: Workspace;
  release: ChartRelease;
  signal?: AbortSignal;
}): Promise<HelmRendering> {
  const { helm, workspace, release, signal } = options;
  // Synchronously, so that helm is at work before the checks that keep this thread busy.
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-helm-'));
  try {
    const chart = join(folder, 'chart');
    for (const { path, content } of workspace.files(release.chart)) {
      const file = join(chart, path.slice(release.chart.length));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const values = [
      ...(release.valuesFile
        ? [workspace.file(release.valuesFile)?.content ?? '']
        : []),
      stringify(standIns(release.values)),
    ];
    const files = values.map((content, index) => {
      const file = join(folder, `values-${index}.yaml`);
      writeFileSync(file, content);
      return file;
    });
    const { environment, name } = release;
    return await run(helm, {
      args: [
        'template',
        '--namespace',
        environment ? `${name}-${environment}` : name,
        '--kube-version',
        KubernetesSchemas.shared().version,
        ...files.flatMap(file => ['--values', file]),
        '--',
        name,
        chart,
      ],
      folder,
      signal,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function standIns(values: unknown): Record<string, unknown> {
  const image = record(record(values).image);
  const missing = Object.entries(IMAGE).filter(([key]) => image[key] === '');
  return missing.length > 0 ? { image: Object.fromEntries(missing) } : {};
}

function run(
  helm: string,
  options: { args: string[]; folder: string; signal?: AbortSignal },
): Promise<HelmRendering> {
  const { args, folder, signal } = options;
  return new Promise((resolve, reject) => {
    execFile(
      helm,
      args,
      {
        cwd: folder,
        // Everything that helm would look for elsewhere lies below its home.
        env: { HOME: folder, TMPDIR: folder },
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT_BYTES,
        signal,
      },
      (error, stdout, stderr) => {
        if (signal?.aborted) {
          reject(signal.reason);
        } else {
          resolve(error ? failure(error, stderr) : { manifests: stdout });
        }
      },
    );
  });
}

function failure(error: ExecFileException, stderr: string): HelmRendering {
  if (typeof error.code !== 'number') {
    const reason =
      error.killed || error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
        ? `it took longer than ${
            TIMEOUT_MS / 1000
          } s, or its output is larger than ${MAX_OUTPUT_BYTES} bytes`
        : String(error.code);
    return { unavailable: reason };
  }
  const text = stderr
    .replace(/^Error: /, '')
    .replace(/\n+Use --debug[\s\S]*$/, '')
    .trim();
  const [, file, line] =
    /[\w.-]+\/(templates\/[\w./-]+):(\d+)/.exec(text) ?? [];
  return {
    error: text.slice(0, 400),
    ...(file && { place: { file, line: Number(line) } }),
  };
}

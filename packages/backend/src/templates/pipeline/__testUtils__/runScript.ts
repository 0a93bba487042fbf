import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a step of a job leaves behind. */
export interface ScriptRun {
  code: number;
  /** `name=value` lines and `name<<end` blocks of `$GITHUB_OUTPUT` */
  outputs: Record<string, string>;
  /** `$GITHUB_STEP_SUMMARY` */
  summary: string;
  /** Standard output and error, in this order */
  log: string;
}

/**
 * Runs a script of a service's pipeline as a step of a job does: by `bash path`, in the repository, with the runner's variables
 * and nothing else of this process but the PATH.
 */
export async function runScript(options: {
  /** Folder of the repository */
  repository: string;
  /** Such as `.github/scripts/portal/gate.sh` */
  script: string;
  args?: string[];
  env?: Record<string, string>;
}): Promise<ScriptRun> {
  const { repository, script, args = [], env = {} } = options;
  const temp = await mkdtemp(join(tmpdir(), 'runner-'));
  const output = join(temp, 'output');
  const summary = join(temp, 'summary');
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  try {
    const { code, log } = await new Promise<{ code: number; log: string }>(
      (done, reject) => {
        execFile(
          'bash',
          [script, ...args],
          {
            cwd: repository,
            timeout: 60_000,
            env: {
              PATH: process.env.PATH,
              HOME: temp,
              LC_ALL: 'C.UTF-8',
              RUNNER_TEMP: temp,
              GITHUB_OUTPUT: output,
              GITHUB_STEP_SUMMARY: summary,
              GITHUB_SERVER_URL: 'https://github.com',
              GITHUB_REPOSITORY: 'shop/orders-api',
              GITHUB_RUN_ID: '42',
              ...env,
            },
          },
          (error, stdout, stderr) => {
            if (error && typeof error.code !== 'number') {
              reject(new Error(`${error.message}\n${stdout}${stderr}`));
            } else {
              done({ code: Number(error?.code ?? 0), log: stdout + stderr });
            }
          },
        );
      },
    );
    return {
      code,
      outputs: readOutputs(await readFile(output, 'utf8')),
      summary: await readFile(summary, 'utf8'),
      log,
    };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** As the runner reads them. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift()!;
    const [, block, end] = /^([\w-]+)<<(.+)$/.exec(line) ?? [];
    if (block) {
      const length = lines.indexOf(end);
      outputs[block] = lines.splice(0, length).join('\n');
      lines.shift();
    } else if (line) {
      const at = line.indexOf('=');
      outputs[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return outputs;
}

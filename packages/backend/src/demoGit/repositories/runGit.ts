import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitEnvironment } from './gitEnvironment';

/** Time of a question to a repository of the demo. */
const TIMEOUT_MS = 20_000;

/** What may be printed: the list of a large repository's files, or a file. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * What git prints in a bare repository.
 *
 * @throws when it fails, prints too much or takes too long
 */
export async function runGit(
  directory: string,
  args: string[],
): Promise<Buffer> {
  const { stdout } = await promisify(execFile)(
    'git',
    [`--git-dir=${directory}`, '--literal-pathspecs', ...args],
    {
      cwd: directory,
      env: gitEnvironment(),
      encoding: 'buffer',
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: MAX_BYTES,
    },
  );
  return stdout;
}

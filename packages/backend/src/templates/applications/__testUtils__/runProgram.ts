import { execFile } from 'node:child_process';
import { outsideJest } from './outsideJest';

/**
 * Runs a program to its end.
 *
 * @returns what it wrote, to either stream
 * @throws with what it wrote, where its exit code is not 0
 */
export async function runProgram(
  [command, ...args]: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; input?: string },
): Promise<string> {
  return new Promise((done, reject) => {
    const child = execFile(
      command,
      args,
      {
        cwd: options.cwd,
        env: outsideJest(options.env),
        timeout: 300_000,
        maxBuffer: 50_000_000,
      },
      (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (error) {
          const line = [command, ...args].join(' ');
          reject(new Error(`${line}: ${error.message}\n${output}`));
        } else {
          done(output);
        }
      },
    );
    child.stdin?.end(options.input);
  });
}

import { execFile } from 'node:child_process';

/** How a program ended, and what it wrote. */
export interface ToolRun {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program without a shell. That it ends with another code than 0 is an answer, too.
 *
 * @throws where it cannot be started, or does not end in time, a minute by default
 */
export async function runTool(
  command: string,
  args: string[],
  options: {
    input?: string;
    cwd?: string;
    /** Milliseconds */
    timeout?: number;
  } = {},
): Promise<ToolRun> {
  const { input = '', cwd, timeout = 60_000 } = options;
  return new Promise((done, reject) => {
    const child = execFile(
      command,
      args,
      { cwd, timeout, maxBuffer: 100_000_000 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') {
          reject(error);
        } else {
          done({ code: Number(error?.code ?? 0), stdout, stderr });
        }
      },
    );
    // A program that fails at once does not read on.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

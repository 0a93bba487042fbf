import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';

/** Runs git as somebody does who works with a clone; gives what it prints, both of it. */
export async function runAsPerson(
  cwd: string,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('git', args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'ann@example.com',
      GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.com',
      GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z',
    },
  });
  return stdout + stderr;
}

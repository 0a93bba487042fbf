import { execFile } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs OpenTofu, or what runs it, with the AWS provider of `$GOLDEN_PATH_TOOLS/providers` where that is set, else of the
 * registry.
 *
 * @returns what it wrote
 * @throws with that where it fails, or does not end within five minutes
 */
export async function runWithProvider(
  command: string,
  args: string[],
  options: { cwd: string },
): Promise<string> {
  const tools = process.env.GOLDEN_PATH_TOOLS;
  return new Promise((done, reject) => {
    execFile(
      command,
      args,
      {
        ...options,
        timeout: 300_000,
        maxBuffer: 100_000_000,
        env: {
          ...process.env,
          ...(tools && {
            TF_CLI_ARGS_init: `-plugin-dir=${join(tools, 'providers')}`,
            // A provider that knows only its schema finds it by this.
            GT: tools,
          }),
          TF_IN_AUTOMATION: '1',
          // Not what this machine is set up with
          TF_CLI_CONFIG_FILE: '',
        },
      },
      (error, stdout, stderr) =>
        error
          ? reject(
              new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`),
            )
          : done(stdout),
    );
  });
}

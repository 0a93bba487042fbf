import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** OpenTofu in one folder. */
export class Tofu {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches providers and modules, and no state. */
  async init(): Promise<void> {
    const tools = process.env.GOLDEN_PATH_TOOLS;
    await this.run(
      'init',
      '-backend=false',
      '-input=false',
      // Without it, from the registry
      ...(tools ? [`-plugin-dir=${join(tools, 'providers')}`] : []),
    );
  }

  /**
   * @returns what it wrote
   * @throws with that where it fails, or does not end within five minutes
   */
  async run(...args: string[]): Promise<string> {
    return new Promise((done, reject) => {
      execFile(
        'tofu',
        [...args, '-no-color'],
        {
          cwd: this.#folder,
          timeout: 300_000,
          maxBuffer: 100_000_000,
          env: {
            ...process.env,
            // A provider that knows only its schema finds it by this.
            GT: process.env.GOLDEN_PATH_TOOLS,
            TF_IN_AUTOMATION: '1',
            // Not what this machine is set up with
            TF_CLI_CONFIG_FILE: '',
          },
        },
        (error, stdout, stderr) =>
          error
            ? reject(
                new Error(`tofu ${args.join(' ')} failed: ${stdout}${stderr}`),
              )
            : done(stdout),
      );
    });
  }
}

import { delimiter, join } from 'node:path';
import { run } from '../process/run.mjs';
import { runPhase } from '../runPhase.mjs';
import { UserError } from '../UserError.mjs';

/** Runs one check and counts it; its output is shown only when it fails. */
export async function runCheck({ name, command, args }, { root, env }) {
  const bin = join(root, 'node_modules/.bin');
  try {
    await runPhase(name, async () => {
      const { code, output } = await run(command, args, {
        cwd: root,
        env: { ...env, PATH: [bin, env.PATH].join(delimiter) },
      });
      if (code !== 0) {
        throw new UserError(output.trim() || `exit code ${code}`);
      }
    });
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }
    console.log(`${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

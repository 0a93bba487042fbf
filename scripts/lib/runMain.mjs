import { exitOnSignals } from './process/exitOnSignals.mjs';
import { ProcessGroup } from './process/ProcessGroup.mjs';
import { UserError } from './UserError.mjs';

/**
 * Runs a command's `main` and ends the process with its exit code. Whatever
 * way it ends, no process it started stays behind.
 */
export async function runMain(main, { interruptedExitCode = 130 } = {}) {
  const interrupted = exitOnSignals(interruptedExitCode);
  let exitCode;
  try {
    exitCode = await main();
  } catch (error) {
    if (interrupted()) {
      return;
    }
    console.error(error instanceof UserError ? `\n✗ ${error.message}` : error);
    exitCode = 1;
  }
  await ProcessGroup.stopAll();
  process.exit(exitCode);
}

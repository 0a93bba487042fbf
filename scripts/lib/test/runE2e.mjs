import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup.mjs';
import { playwrightTally } from './playwrightTally.mjs';

/** The journeys in the browser; a run that leaves no result is one failure. */
export async function runE2e({ root, env, resultDirectory }) {
  const file = join(resultDirectory, 'playwright.json');
  const group = ProcessGroup.start(
    join(root, 'node_modules/.bin/playwright'),
    ['test'],
    {
      cwd: root,
      env: { ...env, CI: 'true', PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      stdout: 'inherit',
    },
  );
  const { code } = await group.exited;
  await group.stop();
  if (!existsSync(file)) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const tally = playwrightTally(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

import { join } from 'node:path';
import { projectRoot as root } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { runPhase } from './runPhase.mjs';
import { setUp } from './setUp.mjs';
import { temporaryDirectory } from './temporaryDirectory.mjs';
import { findChromium } from './test/findChromium.mjs';
import { runE2e } from './test/runE2e.mjs';
import { startPortal } from './test/startPortal.mjs';
import { formatTally } from './test/tally.mjs';

/** `npm run test:e2e`: the journeys, against a portal with fresh state. */
export function testE2eCommand() {
  return runMain(async () => {
    const chromium = findChromium();
    const { env } = await setUp();
    const directory = temporaryDirectory('e2e');

    // Reads with a dependency, which is there only after the set-up.
    const { readHostConfig } = await import('./host/readHostConfig.mjs');
    const config = await readHostConfig({ root, args: [], env });
    const portal = await runPhase('Start a portal with fresh state', () =>
      startPortal({
        root,
        env: { ...env, GOLDEN_PATH_STATE_DIR: join(directory, 'state') },
        logFile: join(root, 'e2e-test-report/portal.log'),
      }),
    );
    const tally = await runE2e({
      root,
      env: {
        ...env,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_URL: config.appUrl,
        BACKEND_URL: config.backendUrl,
      },
      resultDirectory: directory,
    });
    await portal.stop();
    console.log(formatTally(tally));
    return tally.failed === 0 ? 0 : 1;
  });
}

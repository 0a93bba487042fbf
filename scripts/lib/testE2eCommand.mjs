import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot as root } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { runPhase } from './runPhase.mjs';
import { setUp } from './setUp.mjs';
import { findChromium } from './test/findChromium.mjs';
import { runE2e } from './test/runE2e.mjs';
import { startPortal } from './test/startPortal.mjs';
import { formatTally } from './test/tally.mjs';

/** `npm run test:e2e`: the journeys, against a portal with fresh state. */
export function testE2eCommand() {
  return runMain(async () => {
    const chromium = findChromium();
    const { env } = await setUp();
    const directory = mkdtempSync(join(tmpdir(), 'golden-path-e2e-'));
    try {
      const portal = await runPhase('Start a portal with fresh state', () =>
        startPortal({ root, env, directory }),
      );
      const { readHostConfig } = await import('./host/readHostConfig.mjs');
      const { appUrl, backendUrl } = await readHostConfig({
        root,
        args: [],
        env,
      });
      const tally = await runE2e({
        root,
        env: {
          ...env,
          CHROMIUM_PATH: chromium,
          PLAYWRIGHT_URL: appUrl,
          E2E_BACKEND_URL: backendUrl,
        },
        resultDirectory: directory,
      });
      await portal.stop();
      console.log(formatTally(tally));
      return tally.failed === 0 ? 0 : 1;
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
}

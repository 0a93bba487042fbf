import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot as root } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { runPhase } from './runPhase.mjs';
import { setUp } from './setUp.mjs';
import { temporaryDirectory } from './temporaryDirectory.mjs';
import { findChromium } from './test/findChromium.mjs';
import { formatTally } from './test/formatTally.mjs';
import { runE2e } from './test/runE2e.mjs';
import { startPortal } from './test/startPortal.mjs';

const args = ['app-config.yaml', 'packages/app/e2e-tests/app-config.e2e.yaml']
  .map(file => ['--config', join(root, file)])
  .flat();

/**
 * `npm run test:e2e`: the journeys, against a portal with fresh state.
 *
 * @param settings - further environment variables
 */
export function testE2eCommand(settings = {}) {
  return runMain(async () => {
    const chromium = findChromium();
    const setting = await setUp();
    const directory = temporaryDirectory('e2e');
    // Where the journeys put the services that no example is like.
    const services = join(directory, 'services');
    mkdirSync(services);
    const env = {
      ...setting.env,
      ...settings,
      GOLDEN_PATH_STATE_DIR: join(directory, 'state'),
      GOLDEN_PATH_E2E_SERVICES: services,
    };

    // Reads with a dependency, which is there only after the set-up.
    const { readHostConfig } = await import('./host/readHostConfig.mjs');
    const config = await readHostConfig({ root, args, env });
    const portal = await runPhase('Start a portal with fresh state', () =>
      startPortal({
        root,
        env,
        args,
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

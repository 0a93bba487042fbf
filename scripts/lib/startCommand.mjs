import { relative } from 'node:path';
import { assertPortFree } from './host/assertPortFree.mjs';
import { configArguments } from './host/configArguments.mjs';
import { startHost } from './host/startHost.mjs';
import { stateDirectory } from './host/stateDirectory.mjs';
import { projectRoot } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { setUp } from './setUp.mjs';

/** `npm start`: from a fresh clone to a portal that answers. */
export function startCommand(argv) {
  return runMain(
    async () => {
      const args = configArguments(argv, process.env.INIT_CWD ?? process.cwd());
      const setting = await setUp();
      const state = stateDirectory({ root: projectRoot });
      const env = { ...setting.env, GOLDEN_PATH_STATE_DIR: state };

      // Reads with a dependency, which is there only after the set-up.
      const { readHostConfig } = await import('./host/readHostConfig.mjs');
      const config = await readHostConfig({ root: projectRoot, args, env });
      await assertPortFree(config.appPort, { usedFor: 'the app' });
      await assertPortFree(config.backendPort, { usedFor: 'the backend' });

      const shownState = relative(projectRoot, state) || state;
      console.log(`▸ Start the portal (state in ${shownState})`);
      const began = Date.now();
      const { ended } = await startHost({
        root: projectRoot,
        env,
        args,
        config,
      });
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(
        `\n✓ The portal is ready after ${seconds} s: ${config.appUrl} (Ctrl-C stops it)\n`,
      );
      await ended;
    },
    { interruptedExitCode: 0 },
  );
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPhase } from '../runPhase.mjs';
import { dependencyFingerprint } from './dependencyFingerprint.mjs';
import { installFailure } from './installFailure.mjs';
import { npmRegistry } from './npmRegistry.mjs';
import { runYarnInstall } from './runYarnInstall.mjs';

/**
 * `yarn install --immutable`, unless the stamp of the last complete
 * installation is still true. The stamp goes first and comes back last, so a
 * kill in between only means that the next start installs.
 */
export async function installDependencies({ root, env }) {
  const stamp = join(root, 'node_modules/.golden-path-install');
  const fingerprint = dependencyFingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    console.log('✓ Dependencies are up to date');
    return;
  }
  await runPhase('Install dependencies', async ({ detail }) => {
    rmSync(stamp, { force: true });
    const { code, output } = await runYarnInstall({
      root,
      env: { ...env, ...(await npmRegistry({ env, cwd: root })) },
      onProgress: detail,
    });
    if (code !== 0) {
      throw installFailure(output, { path: env.PATH });
    }
    writeFileSync(stamp, fingerprint);
  });
}

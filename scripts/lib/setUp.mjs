import { installDependencies } from './install/installDependencies.mjs';
import { projectRoot } from './projectRoot.mjs';
import { bringToolchain } from './toolchain/bringToolchain.mjs';
import { toolchainEnvironment } from './toolchain/toolchainEnvironment.mjs';

/**
 * What every command does first. Returns the environment in which `node`,
 * `yarn` and the binaries of the dependencies are the project's own.
 */
export async function setUp() {
  const toolchain = await bringToolchain();
  const env = toolchainEnvironment(toolchain);
  await installDependencies({ root: projectRoot, env });
  return { env, nodeBinary: toolchain.nodeBinary };
}

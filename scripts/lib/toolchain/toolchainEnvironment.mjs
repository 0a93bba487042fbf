import { delimiter } from 'node:path';

/**
 * The environment of everything the commands start: this Node.js and Yarn
 * first on the path, and native addons compiled against this Node.js, whatever
 * the machine's npm is told.
 */
export function toolchainEnvironment({ path, nodeHome }, env = process.env) {
  const others = Object.entries(env).filter(
    ([name]) => !/^npm_(package_)?config_(node_gyp_)?nodedir$/i.test(name),
  );
  return {
    ...Object.fromEntries(others),
    PATH: [path, env.PATH].filter(Boolean).join(delimiter),
    npm_config_nodedir: nodeHome,
  };
}

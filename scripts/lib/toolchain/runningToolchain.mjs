import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandOnPath } from '../process/commandOnPath.mjs';

/**
 * The Node.js 22 and Yarn 4 that run this very command, or undefined. Node.js
 * counts only with its headers beside it: native addons compile against them,
 * and nothing is to be downloaded for that.
 */
export function runningToolchain({
  env = process.env,
  version = process.versions.node,
  execPath = process.execPath,
} = {}) {
  const nodeHome = resolve(dirname(execPath), '..');
  const isNode22 =
    version.startsWith('22.') &&
    existsSync(join(nodeHome, 'include/node/node.h'));
  const isYarn4 =
    env.npm_config_user_agent?.startsWith('yarn/4.') &&
    commandOnPath('yarn', env.PATH);
  return isNode22 && isYarn4
    ? { nodeHome, nodeBinary: execPath, path: dirname(execPath) }
    : undefined;
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersions } from './toolVersions.mjs';

/** The toolchain in a folder, or undefined unless it is there and whole. */
export function cachedToolchain(directory, nodePackage) {
  const modules = join(directory, 'node_modules');
  const nodeHome = join(modules, nodePackage);
  const nodeBinary = join(nodeHome, 'bin/node');
  const whole = [
    nodeBinary,
    join(nodeHome, 'include/node/node.h'),
    join(modules, '.bin/node'),
    join(modules, '.bin/yarn'),
  ].every(existsSync);
  if (!whole) {
    return undefined;
  }
  const print = (command, args) =>
    execFileSync(command, args, { encoding: 'utf8', cwd: directory }).trim();
  try {
    if (print(nodeBinary, ['--version']) !== `v${toolVersions.node}`) {
      return undefined;
    }
  } catch {
    return undefined;
  }
  return { nodeHome, nodeBinary, path: join(modules, '.bin') };
}

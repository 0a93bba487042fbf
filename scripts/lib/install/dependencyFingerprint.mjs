import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersions } from '../toolchain/toolVersions.mjs';

const rootFiles = ['package.json', 'yarn.lock', '.yarnrc.yml'];
const workspaceFolders = ['packages', 'plugins'];

/**
 * One hash over all that decides what an installation contains: the lockfile,
 * every package.json, Yarn's settings, and the Node.js that addons are for.
 */
export function dependencyFingerprint(root) {
  const workspaceFiles = workspaceFolders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder))
        .sort()
        .map(name => join(folder, name, 'package.json')),
    )
    .filter(file => existsSync(join(root, file)));

  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch} node ${
      toolVersions.node.split('.')[0]
    }`,
  );
  for (const file of [...rootFiles, ...workspaceFiles]) {
    const content = readFileSync(join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

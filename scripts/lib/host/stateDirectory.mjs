import { mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../UserError.mjs';

/** Databases, search index and rendered pages of a demo, with room for them to grow. */
const NEEDED_BYTES = 100 * 1024 * 1024;

/**
 * The folder with the host's databases: `.demo` unless the variable
 * GOLDEN_PATH_STATE_DIR, which app-config.yaml reads too, names another one.
 */
export function stateDirectory({
  root,
  env = process.env,
  neededBytes = NEEDED_BYTES,
}) {
  const directory = resolve(
    root,
    env.GOLDEN_PATH_STATE_DIR || join(root, '.demo'),
  );
  const full = `The disk is full: the state of the portal needs ${Math.ceil(
    neededBytes / 1024 ** 2,
  )} MB in ${directory}; free some space and run the command again.`;
  let free;
  try {
    mkdirSync(join(directory, 'db'), { recursive: true });
    const { bavail, bsize } = statfsSync(directory);
    free = bavail * bsize;
  } catch (error) {
    throw new UserError(
      error.code === 'ENOSPC'
        ? full
        : `The state of the portal cannot be kept in ${directory}: ${error.message}`,
    );
  }
  // A folder can be made on a disk on which the backend then cannot write a single page.
  if (free < neededBytes) {
    throw new UserError(full);
  }
  return directory;
}

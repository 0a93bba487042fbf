import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../UserError.mjs';

/**
 * The folder with the host's databases: `.demo` unless the variable
 * GOLDEN_PATH_STATE_DIR, which app-config.yaml reads too, names another one.
 */
export function stateDirectory({ root, env = process.env }) {
  const directory = resolve(
    root,
    env.GOLDEN_PATH_STATE_DIR || join(root, '.demo'),
  );
  try {
    mkdirSync(join(directory, 'db'), { recursive: true });
  } catch (error) {
    throw new UserError(
      error.code === 'ENOSPC'
        ? `The disk is full: no room for the state of the portal in ${directory}.`
        : `The state of the portal cannot be kept in ${directory}: ${error.message}`,
    );
  }
  return directory;
}

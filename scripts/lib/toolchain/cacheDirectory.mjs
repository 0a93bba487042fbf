import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the toolchain is kept, after the XDG base directory rules. */
export function cacheDirectory(env = process.env) {
  const base = env.XDG_CACHE_HOME;
  // Relative paths are to be ignored, says the XDG specification.
  const root = base && isAbsolute(base) ? base : join(homedir(), '.cache');
  return join(root, 'golden-path');
}

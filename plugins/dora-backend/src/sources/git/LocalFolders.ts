import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Folders whose repositories components may name by `file:` URLs. Whoever may register a component names the URL, so
 * outside development there are none unless configured.
 */
export class LocalFolders {
  readonly #folders: string[] | 'any';

  constructor(configured: string[] | undefined) {
    const isDevelopment = ['development', 'test'].includes(
      process.env.NODE_ENV ?? '',
    );
    this.#folders = configured ?? (isDevelopment ? 'any' : []);
  }

  /** Whether a path lies in one of them, links followed. */
  async includes(path: string): Promise<boolean> {
    if (this.#folders === 'any') {
      return true;
    }
    const resolve = (place: string) => realpath(place).catch(() => undefined);
    const real = await resolve(path);
    for (const folder of this.#folders) {
      const root = await resolve(folder);
      if (
        real !== undefined &&
        root !== undefined &&
        (real === root || real.startsWith(root + sep))
      ) {
        return true;
      }
    }
    return false;
  }
}

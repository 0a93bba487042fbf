import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';

/** A place below a configured root, as given and without following links. */
export interface PlaceBelowRoot {
  root: string;
  /** Relative to the root. */
  relative: string;
}

/** The folders that `file:` URLs may name, and the check that nothing leads out of them. */
export class FileRoots {
  readonly #roots: string[];

  /** Relative roots are resolved against the backend's working directory. */
  constructor(roots: string[]) {
    this.#roots = roots.map(root => path.resolve(root));
  }

  /** Finds the root that a URL lies below, by its text only: the place need not exist. */
  locate(url: string): PlaceBelowRoot {
    const file = toPath(url);
    const root = this.#roots.find(it => isBelow(file, it));
    if (root === undefined) {
      throw notAllowed(url);
    }
    return { root, relative: path.relative(root, file) };
  }

  /** Resolves a URL to the file that is really read, which has to lie below the same root. */
  async resolve(url: string): Promise<string> {
    const { root, relative } = this.locate(url);
    const [realRoot, real] = await Promise.all([
      followLinks(root, url),
      followLinks(path.join(root, relative), url),
    ]);
    if (!isBelow(real, realRoot)) {
      throw notAllowed(url);
    }
    return real;
  }
}

function toPath(url: string): string {
  const { search, hash } = new URL(url);
  if (search || hash) {
    throw new InputError(
      `Expected a file URL without '?' and '#', got '${url}'`,
    );
  }
  try {
    const file = fileURLToPath(url);
    if (!file.includes('\0')) {
      return file;
    }
  } catch {
    // An encoded slash or a host name: neither is a file of this machine.
  }
  throw new InputError(`'${url}' does not name a local file`);
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return (
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}

async function followLinks(file: string, url: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    throw new NotFoundError(`Nothing can be read at '${url}'`);
  }
}

function notAllowed(url: string) {
  return new NotAllowedError(
    `Reading '${url}' is not allowed: it is not below a folder of backend.reading.fileRoots or of a file location of the catalog`,
  );
}

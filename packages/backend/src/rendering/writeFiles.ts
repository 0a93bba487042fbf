import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isError } from '@backstage/errors';
import { UsageError } from './UsageError';

/**
 * Writes files into a folder, over those of the same names and beside all others. They are written elsewhere in the
 * folder first: where the disk is full, or a name is taken by a folder, nothing of it is changed.
 *
 * @throws UsageError where a file cannot be where it should
 */
export async function writeFiles(options: {
  files: Map<string, Buffer>;
  folder: string;
}): Promise<void> {
  const { files, folder } = options;
  await mkdir(folder, { recursive: true }).catch(error => {
    throw new UsageError(`${folder} cannot be made: ${error.message}`);
  });
  const staging = await mkdtemp(join(folder, '.render-')).catch(error => {
    throw new UsageError(`${folder} cannot be written to: ${error.message}`);
  });
  try {
    for (const [path, content] of files) {
      await refuseObstacles(folder, path);
      const file = join(staging, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    for (const path of files.keys()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(staging, path), join(folder, path));
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Every part of the path but the last is a folder or nothing, and the last one a file or nothing. */
async function refuseObstacles(folder: string, path: string): Promise<void> {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length++) {
    const place = join(folder, ...parts.slice(0, length));
    const found = await lstat(place).catch(ignoreMissing);
    if (!found) {
      return;
    }
    const isLast = length === parts.length;
    if (isLast ? !found.isFile() : !found.isDirectory()) {
      throw new UsageError(
        `${place} is in the way of ${path}; expected a ${
          isLast ? 'file' : 'folder'
        } or nothing`,
      );
    }
  }
}

function ignoreMissing(error: unknown): undefined {
  if (isError(error) && error.code === 'ENOENT') {
    return undefined;
  }
  throw error;
}

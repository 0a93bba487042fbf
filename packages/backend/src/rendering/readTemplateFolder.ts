import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  serializeDirectoryContents,
  type SerializedFile,
} from '@backstage/plugin-scaffolder-node';

/** Where templates keep what they share: beside their own folders, and below them in a dry run. */
const PARTS = 'parts';

/** All files of a template, and under `parts/` those that it shares with its neighbours. */
export async function readTemplateFolder(
  folder: string,
): Promise<SerializedFile[]> {
  const own = await readFiles(folder);
  const shared = await readFiles(join(folder, '..', PARTS));
  return [
    ...own,
    ...shared.map(file => ({ ...file, path: `${PARTS}/${file.path}` })),
  ];
}

async function readFiles(folder: string): Promise<SerializedFile[]> {
  const present = await access(folder).then(
    () => true,
    () => false,
  );
  return present
    ? serializeDirectoryContents(folder, { gitignore: false })
    : [];
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { renderTemplate } from './renderTemplate';

/**
 * Renders a template of the golden path into a folder, for tools that want files.
 *
 * @param options - see {@link renderTemplate}; `folder`: gets `<service>/` and `gitops/`
 * @returns paths of the files, in the folder
 */
export async function renderToFolder(options: {
  template: string;
  values: JsonObject;
  folder: string;
}): Promise<string[]> {
  const { folder, ...rest } = options;
  const files = await renderTemplate(rest);
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return [...files.keys()];
}

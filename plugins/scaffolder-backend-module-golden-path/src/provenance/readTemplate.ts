import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import {
  fetchContents,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import { copyPart } from '../parts/copyPart';

/**
 * The files that a template is made of, by path: its folder, and the parts that it uses under `parts/`, wherever these
 * are. So a dry run, which has them in the template's folder, finds the same files as a run.
 *
 * @param options - `folder`: an empty one to work in
 */
export async function readTemplate(options: {
  baseUrl: string;
  parts: string[];
  folder: string;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}): Promise<Map<string, Buffer>> {
  const { baseUrl, parts, folder, reader, integrations } = options;
  const own = join(folder, 'template');
  await fetchContents({ reader, integrations, baseUrl, outputPath: own });
  const files = await readFiles(own, '');
  for (const path of files.keys()) {
    if (path.startsWith('parts/')) {
      files.delete(path);
    }
  }
  for (const part of parts) {
    const target = join(folder, 'parts', part);
    await copyPart({ part, baseUrl, target, reader, integrations });
    for (const [path, content] of await readFiles(target, `parts/${part}/`)) {
      files.set(path, content);
    }
  }
  return files;
}

async function readFiles(
  folder: string,
  prefix: string,
): Promise<Map<string, Buffer>> {
  const files = await serializeDirectoryContents(folder, { gitignore: false });
  return new Map(
    files.map(({ path, content }) => [`${prefix}${path}`, content]),
  );
}

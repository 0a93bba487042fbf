import { cp, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';

/** Where templates keep what they share: beside their own folders, and below them in a dry run. */
const PARTS = 'parts';

/**
 * Copies what templates share, a folder `parts/<part>` in the template's own folder or else beside it.
 *
 * @param options - `baseUrl`: of the template's `template.yaml`; `target`: folder that is made
 * @throws InputError where there is no such part
 */
export async function copyPart(options: {
  part: string;
  baseUrl: string;
  target: string;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}): Promise<void> {
  const { part, baseUrl, target, reader, integrations } = options;
  if (!baseUrl.startsWith('file:')) {
    await fetchContents({
      reader,
      integrations,
      baseUrl,
      fetchUrl: `../${PARTS}/${part}`,
      outputPath: target,
    });
    return;
  }
  const template = dirname(fileURLToPath(baseUrl));
  const source =
    (await findFolder(join(template, PARTS), part)) ??
    (await findFolder(join(template, '..', PARTS), part));
  if (!source) {
    throw new InputError(
      `There is no part '${part}'; expected a folder ${PARTS}/${part} in or beside the folder of the template`,
    );
  }
  await cp(source, target, {
    recursive: true,
    verbatimSymlinks: true,
  });
}

/** The folder, unless it is a link to somewhere else. */
async function findFolder(
  parts: string,
  part: string,
): Promise<string | undefined> {
  const folder = join(parts, part);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    return undefined;
  }
  const real = await realpath(folder);
  return real.startsWith(`${await realpath(parts)}${sep}`) ? real : undefined;
}

import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

/** Copies what mkdocs reads: its configuration, and the folder of pages that this names. */
export async function copyMkdocsSources({
  from,
  to,
}: {
  from: string;
  to: string;
}): Promise<void> {
  let pages = 'docs';
  for (const name of ['mkdocs.yml', 'mkdocs.yaml']) {
    const file = path.join(from, name);
    const content = await readFile(file, 'utf8').catch(() => undefined);
    if (content !== undefined) {
      // Tags of Python objects are warned about by the parser and dropped; only this key matters.
      pages = parse(content, { logLevel: 'silent' })?.docs_dir ?? pages;
      await cp(file, path.join(to, name));
    }
  }
  await cp(resolveSafeChildPath(from, pages), path.join(to, pages), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

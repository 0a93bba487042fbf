import { isUtf8 } from 'node:buffer';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import type { SourceFile } from '../validation/SourceFile';

/** Templates make dozens of files; what is larger is no text that a person writes. */
const MAX_FILES = 5_000;
const MAX_BYTES = 20_000_000;

/**
 * The text files of a workspace.
 *
 * @throws InputError where they are more than can be checked
 */
export async function readSourceFiles(
  workspace: string,
): Promise<SourceFile[]> {
  const files = await serializeDirectoryContents(workspace, {
    gitignore: false,
  });
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  if (files.length > MAX_FILES || bytes > MAX_BYTES) {
    throw new InputError(
      `The workspace has ${files.length} files of ${bytes} bytes; no more than ${MAX_FILES} of ${MAX_BYTES} can be checked`,
    );
  }
  return files
    .filter(({ content, symlink }) => !symlink && isText(content))
    .map(({ path, content }) => ({ path, content: content.toString('utf8') }));
}

function isText(content: Buffer): boolean {
  return isUtf8(content) && !content.includes(0);
}

import { stat } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * Absolute path of a folder of the workspace.
 *
 * @throws InputError where there is none, with the name of the input that asks for it
 */
export async function openFolder(options: {
  workspace: string;
  path: string;
  input: string;
}): Promise<string> {
  const { workspace, path, input } = options;
  const folder = resolveSafeChildPath(workspace, path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new InputError(
      `${input} is '${path}', which is no folder of the workspace; expected one that an earlier step has made`,
    );
  }
  return folder;
}

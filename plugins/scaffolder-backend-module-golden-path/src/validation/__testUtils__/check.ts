import { soundService, soundTerraform } from './soundService';
import type { ValidateFilesOptions } from '../ValidateFilesOptions';
import { validateFiles } from '../validateFiles';

/** Files of the sound service, some of which are other ones: text, an edit of what is there, or null for none. */
export type Edits = Record<string, string | null | ((sound: string) => string)>;

/** Validates the sound service with some files changed; its Terraform code is there where one of them is such. */
export async function check(
  edits: Edits = {},
  options: Partial<ValidateFilesOptions> = {},
) {
  const isTerraform = Object.keys(edits).some(path => /\.tf|\.hcl/.test(path));
  const contents = new Map(
    Object.entries({ ...soundService, ...(isTerraform && soundTerraform) }),
  );
  for (const [path, edit] of Object.entries(edits)) {
    const sound = contents.get(path) ?? '';
    const content = typeof edit === 'function' ? edit(sound) : edit;
    if (content === sound) {
      throw new Error(`The edit changes nothing in ${path}`);
    }
    if (content === null) {
      contents.delete(path);
    } else {
      contents.set(path, content);
    }
  }
  return validateFiles({
    files: [...contents].map(([path, content]) => ({ path, content })),
    service: 'orders-api',
    gitops: 'gitops',
    ...options,
  });
}

/** What is found, as `path:line rule message`. */
export async function found(edits: Edits): Promise<string[]> {
  const { findings } = await check(edits);
  return findings.map(
    ({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`,
  );
}

/** An edit that replaces text, of which there is exactly one. */
export function replace(before: string, after: string) {
  return (sound: string) => {
    if (sound.split(before).length !== 2) {
      throw new Error(`Expected '${before}' once in:\n${sound}`);
    }
    return sound.replace(before, () => after);
  };
}

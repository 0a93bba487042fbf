import type { FileOwnership } from '@golden-path/backstage-plugin-golden-path-common';
import { glob } from 'tinyglobby';

/** Which files belong to whom. */
export interface OwnershipRule {
  /** Pattern of paths in the repository; `**` reaches into folders. */
  files: string;
  ownership: FileOwnership;
}

/** What no rule is about is a start that the team goes on from. */
const DEFAULT: FileOwnership = 'seed';

/**
 * Who owns each of the files of a folder. The first rule that matches decides.
 *
 * @param options - `paths`: of all files, in the folder
 */
export async function assignOwnership(options: {
  folder: string;
  paths: string[];
  rules: OwnershipRule[];
}): Promise<Map<string, FileOwnership>> {
  const { folder, paths, rules } = options;
  const ownership = new Map<string, FileOwnership>();
  for (const rule of rules) {
    const matches = await glob(rule.files, {
      cwd: folder,
      dot: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    });
    for (const path of matches) {
      if (!ownership.has(path)) {
        ownership.set(path, rule.ownership);
      }
    }
  }
  return new Map(paths.map(path => [path, ownership.get(path) ?? DEFAULT]));
}

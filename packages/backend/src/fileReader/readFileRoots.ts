import path from 'node:path';
import { Config } from '@backstage/config';

/**
 * The folders that `file:` URLs may name: those of `backend.reading.fileRoots`, and those of the catalog's own
 * file locations, for who registers a description also names the documents beside it. A location above the
 * backend itself adds nothing, or its sources and configuration could be read.
 *
 * @returns undefined without `backend.reading.fileRoots`: nothing is read from files then
 */
export function readFileRoots(
  config: Config,
  workingDirectory: string,
): string[] | undefined {
  const roots = config.getOptionalStringArray('backend.reading.fileRoots');
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  const folders = locations
    .filter(location => location.getString('type') === 'file')
    .map(location =>
      path.resolve(workingDirectory, folderOf(location.getString('target'))),
    )
    .filter(folder => path.relative(folder, workingDirectory).startsWith('..'));
  return roots && [...roots, ...folders];
}

/** The folder of a target, which may be a pattern: the part before the first wildcard. */
function folderOf(target: string): string {
  const wildcard = target.search(/[*?[{]/);
  return path.dirname(wildcard < 0 ? target : `${target.slice(0, wildcard)}x`);
}

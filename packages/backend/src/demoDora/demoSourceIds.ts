import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoServices } from './demoServices';

/** Ids of the sources of dora that read the demo's service repositories, as the type `git` names them. */
export function demoSourceIds(repositories: string): string[] {
  return demoServices.map(
    name => `git:file${pathToFileURL(join(repositories, name)).pathname}`,
  );
}

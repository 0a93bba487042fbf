import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const helm = (process.env.PATH ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'helm'))
  .find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** `describe` with the path of helm where it is on the PATH, else `describe.skip`. `npm test` says that it is missing. */
export function describeWithHelm(
  name: string,
  tests: (helm: string) => void,
): void {
  (helm ? describe : describe.skip)(name, () => tests(helm ?? ''));
}

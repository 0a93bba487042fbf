import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `describe` where all of the commands are on the PATH, else `describe.skip`. */
export function describeWith(...commands: string[]): jest.Describe {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = commands.filter(
    command => !folders.some(folder => isExecutable(join(folder, command))),
  );
  return missing.length === 0 ? describe : describe.skip;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

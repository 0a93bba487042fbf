import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `describe`, skipped where one of the programs is not on the PATH; `yarn test` says which. */
export function describeWithTools(...commands: string[]): jest.Describe {
  return commands.every(
    command => isOnPath(command) && (command !== 'kubeconform' || hasSchemas()),
  )
    ? describe
    : describe.skip;
}

/** kubeconform is of no use without the schemas of Kubernetes. */
function hasSchemas(): boolean {
  return existsSync(join(process.env.GOLDEN_PATH_TOOLS ?? '', 'schemas'));
}

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

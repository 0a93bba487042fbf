import { InputError } from '@backstage/errors';

/**
 * @throws InputError for what git takes for no branch, or for something else than a name; stricter than
 * `git check-ref-format`
 */
export function assertBranch(name: string, input: string): void {
  const isName =
    name.length <= 200 &&
    /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(
      name,
    ) &&
    !/\.\.|\.$|\.\/|\.lock(\/|$)/.test(name);
  if (!isName) {
    throw new InputError(
      `${input} is '${name.slice(
        0,
        100,
      )}'; expected the name of a branch, of letters, digits, dots, dashes, underscores and slashes`,
    );
  }
}

import { InputError } from '@backstage/errors';

/**
 * The keys of a path to a value in YAML: names, separated by dots, and numbers of list items, as in
 * `image.tag`, `images[0].newTag` or `["a.b"].tag`.
 *
 * @throws InputError where it is no such path; the message goes on after the key's name
 */
export function parseValuePath(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  const step = /(?:^|\.)([^.[\]"]+)|\[(\d{1,6})\]|\["([^"]+)"\]/y;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) {
      break;
    }
    const [, name, index, quoted] = found;
    keys.push(index === undefined ? name ?? quoted : Number(index));
  }
  if (keys.length === 0 || step.lastIndex !== path.length) {
    throw new InputError(
      `expected the path of a value such as image.tag or images[0].newTag, got '${path}'`,
    );
  }
  return keys;
}

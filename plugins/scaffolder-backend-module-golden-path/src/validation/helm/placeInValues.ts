import { isDeepStrictEqual } from 'node:util';
import { record } from '../record';
import type { ChartRelease } from '../values/ChartRelease';
import { valuePath } from '../values/valuePath';
import type { YamlPath } from '../yaml/YamlFile';

/**
 * Where the value stands that makes a part of a rendered manifest; undefined where no value does. A value has made a field of a
 * container or pod when it is the same: another container of the chart may have a field of that name, too.
 */
export function placeInValues(options: {
  path: YamlPath;
  manifest: Record<string, unknown>;
  release: ChartRelease;
}): { file: string; line: number } | undefined {
  const { path, manifest, release } = options;
  const values = record(release.values);
  const found = valuePath(path, values);
  if (!found) {
    return undefined;
  }
  const [root, ...rest] = found;
  const isMade =
    root === 'image'
      ? isImageOf(values.image, valueAt(manifest, path))
      : isSame(
          values[root],
          valueAt(manifest, path.slice(0, path.length - rest.length)),
        );
  return isMade ? release.placeOf(found) : undefined;
}

function isSame(value: unknown, rendered: unknown): boolean {
  // Clones have ordinary prototypes, which count.
  return (
    value !== undefined &&
    isDeepStrictEqual(structuredClone(value), structuredClone(rendered))
  );
}

/** An image of a chart has the name of the values, and their tag once there is one. */
function isImageOf(value: unknown, rendered: unknown): boolean {
  const { repository, tag } = record(value);
  const [, rest] = String(rendered).split(`${repository}`);
  return (
    String(rendered).startsWith(`${repository}`) &&
    /^[:@]/.test(rest) &&
    (!tag || rest.startsWith(`:${tag}`) || rest.startsWith('@'))
  );
}

function valueAt(manifest: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null)?.[key],
    manifest,
  );
}

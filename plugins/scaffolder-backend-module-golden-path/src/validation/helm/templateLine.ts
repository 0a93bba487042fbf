import type { YamlPath } from '../yaml/YamlFile';

/**
 * The line, from 1, of a template at which a part of the manifest is most likely written: beginning at its kind, each key of the path is
 * looked for below the one before. What expressions make is not there to be found, so it is the last key that is.
 */
export function templateLine(options: {
  template: string;
  kind: string;
  path: YamlPath;
}): number {
  const { template, kind, path } = options;
  const lines = template.split('\n');
  const start = lines.findIndex(line => line.trim() === `kind: ${kind}`);
  const end = lines.findIndex(
    (line, index) => index > start && line.startsWith('---'),
  );
  const part = lines.slice(0, end < 0 ? undefined : end);
  let at = Math.max(start, 0);
  for (const key of path.filter(name => typeof name === 'string')) {
    const found = indexOfKey(part, { key, from: at });
    if (found < 0) {
      break;
    }
    at = found;
  }
  return at + 1;
}

function indexOfKey(
  lines: string[],
  { key, from }: { key: string; from: number },
): number {
  return lines.findIndex(
    (line, index) =>
      index >= from && line.replace(/^[\s-]+/, '').startsWith(`${key}:`),
  );
}

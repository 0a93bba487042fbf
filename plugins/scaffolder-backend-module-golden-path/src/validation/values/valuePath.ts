import { record } from '../record';
import type { YamlPath } from '../yaml/YamlFile';

/** Fields of the first container that charts of the golden path take as values of the same name. */
export const CONTAINER_VALUES = [
  'resources',
  'startupProbe',
  'livenessProbe',
  'readinessProbe',
  'securityContext',
];

/**
 * Which value of a chart of the golden path makes a part of its pod, by path from the pod's `spec` or from that of the manifest around
 * it; undefined for what no value makes.
 */
export function valuePath(
  path: YamlPath,
  values: unknown,
): YamlPath | undefined {
  const container = path.indexOf('containers');
  if (container < 0) {
    const pod = path.lastIndexOf('securityContext');
    return pod < 0 ? undefined : ['podSecurityContext', ...path.slice(pod + 1)];
  }
  const [index, field, ...rest] = path.slice(container + 1);
  if (index !== 0) {
    return undefined;
  }
  if (field === 'image') {
    const { tag } = record(record(values).image);
    return ['image', tag ? 'tag' : 'repository'];
  }
  return CONTAINER_VALUES.includes(String(field))
    ? [field, ...rest]
    : undefined;
}

/** Whether values have something at a path. */
export function hasValue(values: unknown, path: YamlPath): boolean {
  const [key, ...rest] = path;
  const map = Array.isArray(values) ? { ...values } : record(values);
  return (
    Object.hasOwn(map, key) &&
    (rest.length === 0 ||
      hasValue((map as Record<string | number, unknown>)[key], rest))
  );
}

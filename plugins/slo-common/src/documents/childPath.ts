/**
 * Path of a field or an item below another path: `slos[0].target`.
 */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') {
    return `${path}[${key}]`;
  }
  if (!/^[A-Za-z_][\w-]*$/.test(key)) {
    return `${path}[${JSON.stringify(key.slice(0, 60))}]`;
  }
  return path ? `${path}.${key}` : key;
}

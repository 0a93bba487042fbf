/**
 * Whether a text in a JSON value has a NUL character: PostgreSQL cannot store it, and no name or text needs it.
 * Without recursion, because the value may be nested as deeply as a body is long.
 *
 * @public
 */
export function containsNul(value: unknown): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && next.includes('\0')) {
      return true;
    }
    if (typeof next === 'object' && next !== null) {
      for (const [key, child] of Object.entries(next)) {
        open.push(key, child);
      }
    }
  }
  return false;
}

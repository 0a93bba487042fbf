/** So many steps of a path are told; the value may be nested as deeply as a body is long. */
const STEPS = 10;

interface Place {
  value: unknown;
  key?: string | number;
  parent?: Place;
}

/**
 * Path of a text in a JSON value that has a NUL character, or of a name that has one: PostgreSQL cannot store it, and
 * no text needs it. Undefined where there is none.
 */
export function findNul(value: unknown): (string | number)[] | undefined {
  // Without recursion, for the same reason.
  const open: Place[] = [{ value }];
  while (open.length > 0) {
    const place = open.pop()!;
    const next = place.value;
    if (typeof next === 'string' && next.includes('\0')) {
      return pathOf(place);
    }
    if (typeof next === 'object' && next !== null) {
      for (const [name, child] of Object.entries(next)) {
        if (name.includes('\0')) {
          return pathOf(place);
        }
        const key = Array.isArray(next) ? Number(name) : name;
        open.push({ value: child, key, parent: place });
      }
    }
  }
  return undefined;
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.parent) {
    if (at.key !== undefined) {
      path.push(at.key);
    }
  }
  return path.reverse().slice(0, STEPS);
}

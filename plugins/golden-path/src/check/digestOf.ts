/** Offset and prime of FNV-1a with 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A short text that is another one when an answer is another one. It guards against mistakes, not against people: the
 * scaffolder checks again. Web Crypto would not be there on a portal without HTTPS.
 */
export function digestOf(answers: Record<string, unknown>): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(canonical(answers))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return `checked-${hash.toString(16).padStart(16, '0')}`;
}

/** The same text for the same answers, in whatever order they were given. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

import type { Numbers } from './FactSet';

/** One array of several; a copy, also of a single one. */
export function concatenate(parts: Numbers[]): Float64Array {
  const whole = new Float64Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

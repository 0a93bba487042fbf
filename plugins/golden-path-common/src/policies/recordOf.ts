/** A manifest's map; an empty one in place of anything else, whose shape is for the schema to refuse. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** RFC 3339 with `Z`, without fractions where there are none, from milliseconds since the epoch. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds since the epoch of an RFC 3339 instant. */
export function toMs(instant: string): number {
  return Date.parse(instant);
}

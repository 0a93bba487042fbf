/** RFC 3339 with `Z`, without fractions where there are none, from seconds since the epoch. */
export function toInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
}

/** Seconds since the epoch, whole. */
export function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1_000);
}

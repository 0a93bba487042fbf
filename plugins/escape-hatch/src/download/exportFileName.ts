/**
 * What an export is saved as: of what and of which day, such as `escape-hatches-group-default-ml-team-2026-11-23.csv`.
 */
export function exportFileName(what: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  // What file systems take amiss is in refs.
  return `escape-hatches-${what.replace(/[^A-Za-z0-9._-]+/g, '-')}-${day}.csv`;
}

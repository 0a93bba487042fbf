const PREFIX = 'repository:';

/** Subject of a repository's events in the log. */
export function repositorySubject(repository: string): string {
  return `${PREFIX}${repository}`;
}

/** Repository that an event of the log is about. */
export function repositoryOf({ subject }: { subject: string | null }): string {
  return (subject ?? PREFIX).slice(PREFIX.length);
}

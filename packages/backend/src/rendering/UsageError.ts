/** The command cannot do what it was asked for; the message says why, and nothing was written. */
export class UsageError extends Error {
  readonly name = 'UsageError';
}

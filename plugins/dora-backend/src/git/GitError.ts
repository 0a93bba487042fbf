/** Git could not do what it was asked for. The message has no credentials and is of bounded length. */
export class GitError extends Error {
  readonly name = 'GitError';
}

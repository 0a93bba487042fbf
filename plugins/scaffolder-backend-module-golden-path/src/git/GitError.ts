/** Git could not do what it was asked for. The message has the words of git or of the remote, without credentials. */
export class GitError extends Error {
  readonly name = 'GitError';
}

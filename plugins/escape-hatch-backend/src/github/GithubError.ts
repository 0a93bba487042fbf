/** Why GitHub could not be asked, in words for people. */
export class GithubError extends Error {
  readonly status: number | undefined;

  constructor(message: string, options: { status?: number; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'GithubError';
    this.status = options.status;
  }
}

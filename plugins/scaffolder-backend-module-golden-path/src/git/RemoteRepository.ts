import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git, type CommitAuthor } from './Git';
import { GitError } from './GitError';
import type { Remote } from './RemoteAccess';

/** Of the git that a portal runs; a history that is longer is nobody's first commit. */
const MAX_DEPTH = 200;

/** A commit that may be put on a branch. */
export interface Commit {
  sha: string;
  tree: string;
  /** Whole message. */
  message: string;
  parents: string[];
}

/** What a commit does to a file. */
export interface FileChange {
  status: 'A' | 'M' | 'D' | 'T';
  path: string;
  /** Of the new content; zeros where it is deleted. */
  blob: string;
}

/** A remote repository, worked on through an empty local one. */
export class RemoteRepository {
  readonly remote: Remote;
  readonly #git: Git;

  private constructor(options: { remote: Remote; git: Git }) {
    this.remote = options.remote;
    this.#git = options.git;
  }

  /** Lends a repository, and removes what was kept of it afterwards. */
  static async use<T>(
    options: {
      remote: Remote;
      signal?: AbortSignal;
      /** Of each command. */
      timeoutMs?: number;
    },
    work: (repository: RemoteRepository) => Promise<T>,
  ): Promise<T> {
    const { remote, signal, timeoutMs } = options;
    const directory = await mkdtemp(join(tmpdir(), 'golden-path-git-'));
    try {
      const git = new Git({
        directory,
        authorization: remote.authorization
          ? { url: remote.address, value: remote.authorization }
          : undefined,
        signal,
        timeoutMs,
      });
      await git.init();
      return await work(new RemoteRepository({ remote, git }));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /**
   * The remote's branches and tags, by full name; undefined where there is no such repository.
   *
   * @throws GitError where the remote does not answer, or refuses
   */
  async refs(): Promise<Map<string, string> | undefined> {
    let printed: string;
    try {
      printed = await this.#git.run([
        'ls-remote',
        '--refs',
        '--end-of-options',
        this.remote.address,
      ]);
    } catch (error) {
      if (error instanceof GitError && isMissing(error)) {
        return undefined;
      }
      throw this.#explain(error);
    }
    return new Map(
      printed
        .split('\n')
        .filter(Boolean)
        .map(line => {
          const [sha, name] = line.split('\t');
          return [name, sha];
        }),
    );
  }

  /** Brings a branch's newest commits here. */
  async fetch(ref: string): Promise<Commit> {
    try {
      await this.#git.run([
        'fetch',
        '--quiet',
        '--no-tags',
        `--depth=${MAX_DEPTH}`,
        '--end-of-options',
        this.remote.address,
        `+${ref}:refs/fetched/${ref}`,
      ]);
    } catch (error) {
      throw this.#explain(error);
    }
    return this.read(`refs/fetched/${ref}`);
  }

  /** A commit that is here. */
  async read(revision: string): Promise<Commit> {
    const printed = await this.#git.run([
      'show',
      '--no-patch',
      '--format=%H%n%T%n%P%n%B',
      '--end-of-options',
      revision,
    ]);
    const [sha, tree, parents, ...message] = printed.split('\n');
    return {
      sha,
      tree,
      parents: parents.split(' ').filter(Boolean),
      message: message.join('\n').trimEnd(),
    };
  }

  /** The first commit of a history that is here in whole; undefined for a longer or joined one. */
  async findRoot(commit: Commit): Promise<Commit | undefined> {
    const shallow = await this.#git.run([
      'rev-parse',
      '--is-shallow-repository',
    ]);
    const roots = (
      await this.#git.run(['rev-list', '--max-parents=0', commit.sha, '--'])
    )
      .split('\n')
      .filter(Boolean);
    return shallow === 'false' && roots.length === 1
      ? this.read(roots[0])
      : undefined;
  }

  /**
   * Makes a commit of all files of a folder, whatever its `.gitignore` says.
   *
   * @param options - `onto`: a commit whose files are kept, besides
   */
  async commit(options: {
    folder: string;
    message: string;
    author: CommitAuthor;
    at: Date;
    onto?: Commit;
  }): Promise<Commit> {
    const { folder, message, author, at, onto } = options;
    await this.#git.run(['read-tree', ...(onto ? [onto.sha] : ['--empty'])]);
    await this.#git.run(
      [
        `--work-tree=${folder}`,
        'add',
        '--force',
        '--ignore-removal',
        '--',
        '.',
      ],
      { cwd: folder },
    );
    const tree = await this.#git.run(['write-tree']);
    const date = `${Math.floor(at.getTime() / 1_000)} +0000`;
    const sha = await this.#git.run(
      ['commit-tree', ...(onto ? ['-p', onto.sha] : []), '-F', '-', tree],
      {
        input: message,
        env: {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: author.name,
          GIT_COMMITTER_EMAIL: author.email,
          GIT_COMMITTER_DATE: date,
        },
      },
    );
    return this.read(sha);
  }

  /** What lies between two commits. */
  async changes(from: string, to: string): Promise<FileChange[]> {
    const printed = await this.#git.run([
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--raw',
      '--no-abbrev',
      from,
      to,
      '--',
    ]);
    const parts = printed.split('\0').filter(Boolean);
    return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => {
      const [, , , blob, status] = parts[2 * index].split(' ');
      return {
        status: status as FileChange['status'],
        path: parts[2 * index + 1],
        blob,
      };
    });
  }

  /**
   * Puts a commit on a branch of the remote.
   *
   * @param options - `replaces`: the commit that the branch must have; without it the branch must not exist
   * @throws GitError with the remote's words
   */
  async push(options: {
    commit: Commit;
    branch: string;
    replaces?: string;
  }): Promise<void> {
    const { commit, branch, replaces = '' } = options;
    try {
      await this.#git.run([
        'push',
        `--force-with-lease=refs/heads/${branch}:${replaces}`,
        '--end-of-options',
        this.remote.address,
        `${commit.sha}:refs/heads/${branch}`,
      ]);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof GitError)) {
      return error;
    }
    const { url, authorization } = this.remote;
    const reason = error.message;
    if (isMissing(error)) {
      return new GitError(
        `There is no repository ${url}, or the portal may not see it; create an empty one, or name another (${reason})`,
      );
    }
    if (isRefused(error)) {
      return new GitError(
        `${url} refuses the portal: ${
          authorization
            ? 'its credentials are not accepted there'
            : 'no credentials are configured for it, in goldenPath.git.remotes or integrations'
        } (${reason})`,
      );
    }
    return new GitError(`${url}: ${reason}`);
  }
}

/** A server that hides repositories says the same of what one may not see. */
function isMissing(error: GitError): boolean {
  return /repository .* not found|returned error: 404/i.test(error.message);
}

function isRefused(error: GitError): boolean {
  return /Authentication failed|could not read (?:Username|Password)|returned error: 40[13]/i.test(
    error.message,
  );
}

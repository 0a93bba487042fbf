import { ConflictError, InputError } from '@backstage/errors';
import type { CommitAuthor } from '../git/Git';
import type {
  Commit,
  FileChange,
  RemoteRepository,
} from '../git/RemoteRepository';
import { readTrailer, withTrailers } from '../git/trailers';

/** Says that a commit was made here, for which branch. */
const BRANCH = 'Golden-Path-Branch';

/** What came of it. */
export interface ProposedFiles {
  /** The branch that has the files: the one that was pushed, or the target, which has them all already. */
  branch: string;
  commitHash: string;
  /** Whether something was pushed; false where a run before this one had done it. */
  isNew: boolean;
}

/**
 * Adds the files of a folder to a repository, on a branch of their own. A branch that a run before this one has pushed
 * is taken up again; one with commits of others is not touched, and no file is overwritten.
 *
 * @throws ConflictError where the repository has other files of these names, or the branch other commits
 */
export async function proposeFiles(options: {
  repository: RemoteRepository;
  folder: string;
  branch: string;
  target: string;
  title: string;
  description?: string;
  author: CommitAuthor;
  /** Full ref of the person who asked for it. */
  requestedBy?: string;
  at: Date;
}): Promise<ProposedFiles> {
  const { repository, branch, target, title, description, ...rest } = options;
  const { requestedBy, ...commitOptions } = rest;
  const { url } = repository.remote;
  const refs = await repository.refs();
  if (!refs?.has(`refs/heads/${target}`)) {
    throw new InputError(
      `${url} has no branch '${target}'; expected a repository with one, that the portal may see`,
    );
  }
  const base = await repository.fetch(`refs/heads/${target}`);
  const body = description ? `${title}\n\n${description}` : title;
  const commit = await repository.commit({
    ...commitOptions,
    onto: base,
    message: withTrailers(body, {
      [BRANCH]: branch,
      'Requested-by': requestedBy,
    }),
  });
  const additions = await repository.changes(base.sha, commit.sha);
  if (additions.length === 0) {
    return { branch: target, commitHash: base.sha, isNew: false };
  }
  refuseOverwriting({ changes: additions, url, target });

  const ref = `refs/heads/${branch}`;
  let replaces: string | undefined;
  if (refs.has(ref)) {
    const head = await repository.fetch(ref);
    refuseForeign({ head, branch, url });
    const before = await repository.changes(head.parents[0], head.sha);
    if (isSame(before, additions)) {
      return { branch, commitHash: head.sha, isNew: false };
    }
    replaces = head.sha;
  }
  await repository.push({ commit, branch, replaces });
  return { branch, commitHash: commit.sha, isNew: true };
}

function refuseOverwriting(options: {
  changes: FileChange[];
  url: string;
  target: string;
}): void {
  const { changes, url, target } = options;
  const taken = changes.filter(({ status }) => status !== 'A');
  if (taken.length > 0) {
    const paths = taken
      .slice(0, 5)
      .map(({ path }) => path)
      .join(', ');
    throw new ConflictError(
      `${url} has other files of the same names on '${target}': ${paths}${
        taken.length > 5 ? ` and ${taken.length - 5} more` : ''
      }. They were not touched`,
    );
  }
}

function refuseForeign(options: {
  head: Commit;
  branch: string;
  url: string;
}): void {
  const { head, branch, url } = options;
  if (
    readTrailer(head.message, BRANCH) !== branch ||
    head.parents.length !== 1
  ) {
    throw new ConflictError(
      `${url} has a branch '${branch}' with commits that the golden path has not made; delete or rename it. It was not touched`,
    );
  }
}

function isSame(a: FileChange[], b: FileChange[]): boolean {
  const describe = (changes: FileChange[]) =>
    changes
      .map(({ status, path, blob }) => `${status} ${blob} ${path}`)
      .sort()
      .join('\n');
  return describe(a) === describe(b);
}

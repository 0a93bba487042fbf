import { ConflictError } from '@backstage/errors';
import type { CommitAuthor } from '../git/Git';
import type { Commit, RemoteRepository } from '../git/RemoteRepository';
import { readTrailer, withTrailers } from '../git/trailers';

/** Says whose repository it is: whoever comes back for it finds it again. */
const ENTITY = 'Golden-Path-Entity';

/** What came of it. */
export interface PublishedRepository {
  commitHash: string;
  /** False where the repository was there already, from a run that ended early. */
  isNew: boolean;
}

/**
 * Makes a folder the first commit of an empty repository. Where the repository is there already and begins with just
 * this commit's files for the same entity, a run before this one made it, and nothing is done.
 *
 * @throws ConflictError for a repository with anything else in it; it is not touched
 */
export async function publishRepository(options: {
  repository: RemoteRepository;
  folder: string;
  branch: string;
  entityRef: string;
  title: string;
  author: CommitAuthor;
  /** Full ref of the person who asked for it. */
  requestedBy?: string;
  at: Date;
}): Promise<PublishedRepository> {
  const { repository, branch, entityRef, title, requestedBy, ...rest } =
    options;
  const first = await repository.commit({
    ...rest,
    message: withTrailers(title, {
      [ENTITY]: entityRef,
      'Requested-by': requestedBy,
    }),
  });
  const found = await findOwn({ repository, branch, entityRef, first });
  if (found) {
    return { commitHash: found.sha, isNew: false };
  }
  try {
    await repository.push({ commit: first, branch });
  } catch (error) {
    // The answer may be lost of a push that went well.
    const arrived = await findOwn({
      repository,
      branch,
      entityRef,
      first,
    }).catch(() => undefined);
    if (!arrived) {
      throw error;
    }
    return { commitHash: arrived.sha, isNew: arrived.sha === first.sha };
  }
  return { commitHash: first.sha, isNew: true };
}

/** The first commit of the repository, where it is ours; undefined where there is nothing yet. */
async function findOwn(options: {
  repository: RemoteRepository;
  branch: string;
  entityRef: string;
  first: Commit;
}): Promise<Commit | undefined> {
  const { repository, branch, entityRef, first } = options;
  const { url } = repository.remote;
  const refs = await repository.refs();
  if (!refs || refs.size === 0) {
    return undefined;
  }
  const ref = `refs/heads/${branch}`;
  const root = refs.has(ref)
    ? await repository.findRoot(await repository.fetch(ref))
    : undefined;
  const owner = root && readTrailer(root.message, ENTITY);
  if (!root || !owner) {
    throw new ConflictError(
      `${url} exists, and has other content; choose another name, or an empty repository. It was not touched`,
    );
  }
  if (owner !== entityRef) {
    throw new ConflictError(
      `${url} exists, as the repository of ${owner}; choose another name. It was not touched`,
    );
  }
  if (root.tree !== first.tree) {
    throw new ConflictError(
      `${url} exists, as the repository of ${owner} that was made with other answers or by another version of the template. It was not touched`,
    );
  }
  return root;
}

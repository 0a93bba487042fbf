import { NotFoundError } from '@backstage/errors';
import { Branch, GitRepository } from './GitRepository';

/** A place in a branch. */
export interface Place {
  repository: GitRepository;
  branch: Branch;
  /** Without slashes at its ends; the empty path is the root folder. It need not exist. */
  path: string;
}

/**
 * Parts `<branch>/<path>`, where both may have slashes. It is clear what is meant: git has no branch whose name is
 * another one's and a slash and more.
 *
 * @param text - decoded; the empty text names the root of the default branch
 * @throws NotFoundError without such a branch
 */
export async function findPlace(
  repository: GitRepository,
  text: string,
): Promise<Place> {
  const [branches, defaultBranch] = await Promise.all([
    repository.branches(),
    repository.defaultBranch(),
  ]);
  const place = text.replace(/^\/+|\/+$/g, '') || defaultBranch;
  const branch = branches.find(
    ({ name }) => place === name || place.startsWith(`${name}/`),
  );
  if (!branch) {
    throw new NotFoundError(
      `The repository '${
        repository.name
      }' has no branch at the beginning of '${place.slice(0, 200)}'`,
    );
  }
  return { repository, branch, path: place.slice(branch.name.length + 1) };
}

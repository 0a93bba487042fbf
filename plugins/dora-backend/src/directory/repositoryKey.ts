import { parseRepository } from './parseRepository';

/**
 * What a repository is called wherever it is stored or compared: host and path, the host in lower case, without
 * scheme, credentials, `.git` and place in the tree, such as `github.com/acme/api` or `file/srv/api`; undefined for
 * what is no URL of a repository.
 */
export function repositoryKey(url: string): string | undefined {
  return parseRepository(url)?.key;
}

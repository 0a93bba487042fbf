import type { Config } from '@backstage/config';

/**
 * URL of the repository that requests are mirrored to as issues, `https://host/owner/name`.
 *
 * @throws naming the key when it is none
 */
export function readIssuesRepository(config: Config): string | undefined {
  const key = 'escapeHatch.issues.repository';
  const value = config.getOptionalString(key);
  if (value === undefined) {
    return undefined;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const path = url?.pathname.replace(/(\.git)?\/*$/, '') ?? '';
  if (
    !url ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash ||
    !/^\/[^/]+\/[^/]+$/.test(path)
  ) {
    throw new Error(
      `${key}: expected the URL of a repository without credentials, such as https://github.com/acme/platform`,
    );
  }
  return `${url.origin}${path}`;
}

const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/;

/**
 * Whether a repository may be called so: a name is one folder of the demo's state, and one segment of URLs.
 * `..` is refused although no name consists of it, because git refuses it in branches too.
 */
export function isRepositoryName(name: string): boolean {
  return NAME.test(name) && !/\.\.|\.(?:git|lock)$/.test(name);
}

/** What a name has to be, as a part of sentences. */
export const repositoryNameRule =
  'up to 100 lower-case letters, digits, dashes, dots and underscores that begin and end with a letter or digit';

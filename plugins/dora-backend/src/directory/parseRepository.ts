import gitUrlParse from 'git-url-parse';

/** A repository, of whatever place in it a URL names. */
export interface Repository {
  /** Host and path, without scheme, credentials, `.git` and place in the tree: `github.com/acme/api`. */
  key: string;
  /** For cloning, without credentials. */
  url: string;
}

/** The repository that a URL of it, of a folder or of a file in it names; undefined where it names none. */
export function parseRepository(text: string): Repository | undefined {
  if (/^file:/i.test(text)) {
    return parseFileUrl(text);
  }
  // Without a scheme or the form of scp, `acme/api` would be taken for one on github.com.
  if (!/^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/i.test(text)) {
    return undefined;
  }
  try {
    const { resource, port, protocol, full_name: name } = gitUrlParse(text);
    if (!resource || !name.includes('/')) {
      return undefined;
    }
    const isHttp = protocol === 'http' || protocol === 'https';
    const host = resource.toLocaleLowerCase('en-US');
    // The port of SSH is no part of what a repository is called on the web.
    const place = isHttp && port ? `${host}:${port}` : host;
    return {
      key: `${place}/${name}`,
      url: isHttp ? `${protocol}://${place}/${encodeURI(name)}` : text,
    };
  } catch {
    return undefined;
  }
}

function parseFileUrl(text: string): Repository | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const { pathname } = new URL(text);
  const path = pathname.replace(/\/+$/, '');
  return path === ''
    ? undefined
    : { key: `file${path.replace(/\.git$/, '')}`, url: `file://${path}` };
}

import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutCredentials } from './withoutCredentials';

const PROTOCOLS = ['https', 'http', 'ssh', 'git', 'file'];

/** Where a repository is fetched from. */
export interface GitRemote {
  /** For people, without credentials. */
  display: string;
  /** What git gets, without credentials of http. */
  address: string;
  protocol: string;
  /** The folder of a repository on this machine. */
  path?: string;
  /** From the URL itself, for http. */
  credentials?: { username: string; password: string };
}

/**
 * Reads the URL of a repository, `user@host:path`, or a path that begins with `/`, `./` or `../`; the latter two are
 * relative to the backend's working directory.
 *
 * @throws InputError where it is none of these; the message goes on after the key's name
 */
export function parseRemote(text: string): GitRemote {
  const display = withoutCredentials(text);
  const refuse = (reason: string) =>
    new InputError(
      `expected the https, http, ssh, git or file URL of a git repository, or a path that begins with a slash or dot, ${reason}`,
    );
  if (text.startsWith('-')) {
    throw refuse(`got '${display}', which begins with a dash`);
  }
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(text)) {
    throw refuse('got one with control characters');
  }
  if (/^\.{0,2}\//.test(text)) {
    const path = resolve(text);
    return { display: text, address: path, protocol: 'file', path };
  }
  if (!text.includes('://')) {
    if (/^[\w.][\w.-]*@[\w.][\w.-]*:[^:-]/.test(text)) {
      return { display: text, address: text, protocol: 'ssh' };
    }
    throw refuse(`got '${display}'`);
  }
  const url = URL.parse(text);
  const protocol = url?.protocol.slice(0, -1) ?? '';
  if (!url || !PROTOCOLS.includes(protocol)) {
    throw refuse(`got '${display}'`);
  }
  if (protocol === 'file') {
    const path = url.host === '' ? fileURLToPath(url) : undefined;
    if (!path) {
      throw refuse(`got '${display}', which names another machine`);
    }
    return { display, address: path, protocol, path };
  }
  if (url.hostname === '' || url.hostname.startsWith('-')) {
    throw refuse(`got '${display}'`);
  }
  if (protocol === 'ssh' || protocol === 'git') {
    if (url.username.startsWith('-')) {
      throw refuse(`got '${display}'`);
    }
    return { display, address: text, protocol };
  }
  const credentials =
    url.username || url.password
      ? {
          username: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        }
      : undefined;
  url.username = '';
  url.password = '';
  return { display, address: url.href, protocol, credentials };
}

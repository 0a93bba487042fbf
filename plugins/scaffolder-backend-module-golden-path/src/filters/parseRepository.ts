import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Repository } from './Repository';

const MAX_LENGTH = 500;

/** No percent sign, and no name that begins with a dash or a dot: nothing here is an option, a parent or an escape. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$/;

/**
 * What the catalog has in `backstage.io/source-location` for a component whose folder is the root of its repository:
 * `url:https://github.com/shop/orders-api/tree/main/`.
 */
const SOURCE_LOCATION =
  /^url:(https?:\/\/.+?)(?:\/-)?\/(?:tree|blob|src\/branch)\/[^/]+\/?$/;

/**
 * Reads how a person names a repository: by its URL, with or without `.git`, or as the fields of Backstage do it,
 * `github.com?owner=shop&repo=orders-api`; or how the catalog does, by the source location of a component.
 *
 * @throws InputError for anything else, with what was expected
 */
export function parseRepository(
  text: string,
  options: { integrations: ScmIntegrationRegistry },
): Repository {
  const [, root] = SOURCE_LOCATION.exec(text) ?? [];
  const { origin, host, segments } = (root ?? text).includes('://')
    ? readUrl(root ?? text)
    : readPicker(text);
  const owners = segments.slice(0, -1);
  const last = segments[segments.length - 1] ?? '';
  const name = last.replace(/\.git$/, '');
  if (
    text.length > MAX_LENGTH ||
    !HOST.test(host) ||
    name === '' ||
    ![...owners, name].every(segment => SEGMENT.test(segment))
  ) {
    throw refusal(text);
  }

  const type = options.integrations.byHost(host)?.type;
  const kind = type === 'github' || type === 'gitlab' ? type : 'git';
  if (kind !== 'git' && owners.length === 0) {
    throw refusal(text);
  }
  const owner = owners.join('/');
  // Pages of a repository have its plain name, and every server of git knows it with the suffix too.
  const plain = root ? `${name}.git` : last;
  const url = `${origin}/${[...owners, kind === 'git' ? plain : name].join(
    '/',
  )}`;
  return {
    kind,
    url,
    host,
    owner,
    name,
    webUrl: url.replace(/\.git$/, ''),
    picker: `${host}?owner=${encodeURIComponent(
      owner,
    )}&repo=${encodeURIComponent(name)}`,
  };
}

interface Place {
  origin: string;
  host: string;
  segments: string[];
}

function readUrl(text: string): Place {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What the parser drops or rewrites, such as `..`, is refused: only what is written is meant.
  if (
    !url ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.href.replace(/\/$/, '') !== text.replace(/\/$/, '') ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  ) {
    throw refusal(text);
  }
  return {
    origin: url.origin,
    host: url.host,
    segments: url.pathname.replace(/^\/|\/$/g, '').split('/'),
  };
}

function readPicker(text: string): Place {
  const [host, query = ''] = text.split('?', 2);
  const fields = new URLSearchParams(query);
  const owner = fields.get('owner') ?? '';
  return {
    origin: `https://${host}`,
    host,
    segments: [...owner.split('/').filter(Boolean), fields.get('repo') ?? ''],
  };
}

function refusal(text: string): InputError {
  return new InputError(
    `The repository is '${text.slice(
      0,
      100,
    )}'; expected a URL such as https://github.com/shop/orders-api or https://git.example.com/shop/orders-api.git`,
  );
}

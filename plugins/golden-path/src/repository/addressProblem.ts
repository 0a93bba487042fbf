import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';

/** What hosts take as the name of a repository; a dot at the front would make `.` and `..` possible. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** What the field of Backstage for repositories stores: `github.com?owner=acme&repo=orders-api`. */
const PICKED = /^[a-z0-9.-]+(:\d+)?\?[^\s#]*\brepo=[A-Za-z0-9][\w.-]*/i;

/** Why an answer is not the address of a repository, in words; undefined where it is. */
export function addressProblem(
  address: string | undefined,
  t: GoldenPathTranslation,
): string | undefined {
  if (!address) {
    return t('repository.missing');
  }
  if (PICKED.test(address)) {
    return undefined;
  }
  if (/\s/.test(address) || !URL.canParse(address)) {
    return t('repository.notAddress');
  }
  const { protocol, username, password, pathname, search, hash } = new URL(
    address,
  );
  if (username || password) {
    return t('repository.secret');
  }
  const isPlain = /^https?:$/.test(protocol) && !search && !hash;
  const segments = pathname.replace(/\/$/, '').split('/').slice(1);
  // URLs resolve `..`, so that it is looked for in what was typed.
  if (!isPlain || segments.length === 0 || /\/\.\.?(\/|$)/.test(address)) {
    return t('repository.notAddress');
  }
  return NAME.test(segments.at(-1)!) ? undefined : t('repository.notName');
}

import type { FiledIssue } from './parseFiledIssue';

/** Longer ones are refused by proxies. */
const LONGEST_URL = 6_000;

/** Of each text at first, in characters. */
const LONGEST_TEXT = 4_000;

/** A link to the request form, filled in. Texts are cut until it is short enough. */
export function formLink(
  appUrl: string,
  filed: FiledIssue,
): { url: string; isCut: boolean } {
  const { entityRef, expiresAt, ...texts } = filed;
  for (let most = LONGEST_TEXT; ; most = Math.floor(most / 2)) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ entityRef, expiresAt })) {
      if (value) {
        query.set(name, value);
      }
    }
    let isCut = false;
    for (const [name, value] of Object.entries(texts)) {
      const characters = [...value];
      isCut ||= characters.length > most;
      if (value) {
        query.set(name, characters.slice(0, most).join(''));
      }
    }
    const url = `${appUrl}/escape-hatches/new?${query}`;
    if (url.length <= LONGEST_URL || most === 0) {
      return { url, isCut };
    }
  }
}

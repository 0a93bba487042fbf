/** The URL, if it is one that a page may link to. */
export function webUrl(text: unknown): string | undefined {
  return typeof text === 'string' &&
    text.length <= 2_000 &&
    /^https?:\/\//i.test(text) &&
    URL.canParse(text)
    ? text
    : undefined;
}

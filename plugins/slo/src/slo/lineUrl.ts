/** A document's page at one of its lines, in the way of GitHub and GitLab; others ignore the fragment. */
export function lineUrl(url: string, line: number): string {
  return `${url.replace(/#.*$/, '')}#L${line}`;
}

const DOCS =
  'https://github.com/golden-path/backstage-golden-path/blob/main/docs/dora';

/** Describes how a source is set up; without a type, all of them. */
export function sourceDocsUrl(type?: string): string {
  return type ? `${DOCS}/source-${type}.md` : `${DOCS}/sources.md`;
}

import { stringify } from 'yaml';

/** Objects as a stream of YAML documents, under a line that says what they are. */
export function yamlDocuments(options: {
  comment: string;
  documents: object[];
}): string {
  const { comment, documents } = options;
  return [
    `# ${comment}\n`,
    ...documents.map(it => `---\n${stringify(it, { lineWidth: 0 })}`),
  ].join('');
}

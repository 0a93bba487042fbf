/**
 * A text in Markdown as nothing but text: in a code block whose fence is longer than any run of backticks in it, where
 * neither Markdown nor HTML, mentions, nor references to issues do anything.
 */
export function quoted(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text.replace(/\r\n?/g, '\n')}\n${fence}`;
}

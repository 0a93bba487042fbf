/** A text of people as the log can hold it, one line of it. */
export function shorten(text: string, longest = 500): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest
    ? line
    : `${line.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

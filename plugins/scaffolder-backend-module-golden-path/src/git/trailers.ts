/** A message with lines at its end that programs read, as `git interpret-trailers` knows them. */
export function withTrailers(
  message: string,
  trailers: Record<string, string | undefined>,
): string {
  const lines = Object.entries(trailers)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`);
  return `${message.trim()}\n\n${lines.join('\n')}\n`;
}

/** Value of such a line; undefined where there is none. */
export function readTrailer(message: string, key: string): string | undefined {
  const [block] = message.trimEnd().split('\n\n').slice(-1);
  return block
    .split('\n')
    .find(line => line.startsWith(`${key}: `))
    ?.slice(key.length + 2);
}

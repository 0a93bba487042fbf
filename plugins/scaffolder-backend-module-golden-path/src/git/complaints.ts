const MAX_LENGTH = 1_000;

/** What git says while all is well. */
const PROGRESS =
  /\d+%|^remote: (?:Total|Enumerating|Counting|Compressing|Resolving)|^(?:To |From |hint: )/;

/**
 * The lines in which git or the other side says what is wrong, without progress, and without what must not be seen.
 *
 * @param options - `secrets`: texts that are taken out wherever they stand
 */
export function complaints(
  stderr: string,
  options: { secrets: string[] },
): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line !== '' && !PROGRESS.test(line))
    // The remote's words of no words
    .filter(line => line !== 'remote:');
  return redact(lines.join('; '), options.secrets).slice(0, MAX_LENGTH);
}

function redact(text: string, secrets: string[]): string {
  const withoutSecrets = secrets
    .filter(secret => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return (
    withoutSecrets
      .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]*@/gi, '$1')
      .replace(/(https?:\/\/[^\s'"?]*)\?[^\s'"]*/gi, '$1')
      // Terminals of those who read logs obey control characters.
      // eslint-disable-next-line no-control-regex
      .replace(/[\x00-\x1f\x7f]/g, ' ')
  );
}

import type { Dockerfile } from 'dockerfile-ast';

/**
 * Text with `$NAME`, `${NAME}` and `${NAME:-default}` replaced by what the Dockerfile itself says of them; undefined where only
 * the build knows.
 *
 * @param options.line - from 0
 */
export function expandVariables(
  dockerfile: Dockerfile,
  options: { text: string; line: number },
): string | undefined {
  const { text, line } = options;
  let known = true;
  const expanded = text.replace(
    /\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g,
    (_, plain?: string, braced?: string, fallback?: string) => {
      const value =
        dockerfile.resolveVariable(plain ?? braced ?? '', line) ?? fallback;
      known = known && value !== undefined;
      return value ?? '';
    },
  );
  return known ? expanded : undefined;
}

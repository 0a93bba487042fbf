import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * What an agent sends, by the same rules as what comes over HTTP.
 *
 * @throws InputError that names each wrong field
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

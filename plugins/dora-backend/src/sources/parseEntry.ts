import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * An entry of `dora.sources` in the form that its type asks for.
 *
 * @throws InputError for the first thing that is wrong; the message names its key, never its value
 */
export function parseEntry<T extends z.ZodType>(
  schema: T,
  entry: { config: Config; key: string },
): z.output<T> {
  const result = schema.safeParse(entry.config.get());
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = z.core.toDotPath(issue.path);
    throw new InputError(
      `${path ? `${entry.key}.${path}` : entry.key}: ${issue.message}`,
    );
  }
  return result.data;
}

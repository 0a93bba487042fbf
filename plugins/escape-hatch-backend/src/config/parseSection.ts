import type { Config } from '@backstage/config';
import { z } from 'zod';

/**
 * A value of the configuration, checked by a schema.
 *
 * @throws naming the key and what was expected, for each mistake
 */
export function parseSection<T>(options: {
  config: Config;
  /** Full key, such as `escapeHatch.rules`. */
  key: string;
  schema: z.ZodType<T>;
  /** Where the key is not there. */
  fallback: T;
}): T {
  const { config, key, schema, fallback } = options;
  const value = config.getOptional(key);
  if (value === undefined) {
    return fallback;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues
        .map(issue => `${keyOf(key, issue.path)}: ${issue.message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

function keyOf(key: string, path: PropertyKey[]): string {
  return path.reduce<string>(
    (at, step) =>
      typeof step === 'number' ? `${at}[${step}]` : `${at}.${String(step)}`,
    key,
  );
}

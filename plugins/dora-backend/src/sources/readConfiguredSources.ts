import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SourceBuilder } from './SourceBuilder';
import type { SourceGroup } from './SourceGroup';

const KEY = 'dora.sources';

/**
 * The sources of `dora.sources`, in their order.
 *
 * @throws InputError where the configuration makes no sense; it names the key, never a secret
 */
export function readConfiguredSources(options: {
  config: Config;
  /** By type. */
  builders: Record<string, SourceBuilder>;
}): SourceGroup[] {
  const { config, builders } = options;
  const keys = new Map<string, string>();
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  return entries.flatMap((entry, index) => {
    const key = `${KEY}[${index}]`;
    const type = entry.getString('type');
    const builder = Object.hasOwn(builders, type) ? builders[type] : undefined;
    if (!builder) {
      throw new InputError(
        `${key}.type: expected one of ${Object.keys(builders).join(
          ', ',
        )}, got '${type}'`,
      );
    }
    const groups = builder({ config: entry, key });
    for (const { id } of groups) {
      const other = keys.get(id);
      if (other) {
        throw new InputError(
          `${key}: expected another source than at ${other}, both are '${id}'; give one of them an 'id'`,
        );
      }
      keys.set(id, key);
    }
    return groups;
  });
}

import type { Config } from '@backstage/config';
import type { PolicySettings } from '@golden-path/backstage-plugin-golden-path-common';

/** What the platform allows of pods, from `goldenPath.policies`; undefined for what is allowed without being said. */
export function readPolicySettings(config: Config): PolicySettings | undefined {
  const registries = config.getOptionalStringArray(
    'goldenPath.policies.registries',
  );
  return registries && { registries };
}

import type { Config } from '@backstage/config';

const KNOWN: Record<string, string[] | undefined> = {
  adminGroup: undefined,
  securityGroup: undefined,
  timeZone: undefined,
  lease: undefined,
  maxDays: undefined,
  stages: undefined,
  rules: undefined,
  lapse: ['workingDays'],
  reminders: ['workingDays'],
  review: ['days'],
  ownerChange: ['confirmDays'],
  retention: ['days'],
  issues: ['repository'],
  signing: ['keyId', 'algorithm', 'privateKey'],
};

/**
 * A key that nobody reads is most likely misspelt, and what it was to tighten would stay loose.
 *
 * @throws naming the key
 */
export function assertKnownKeys(config: Config): void {
  const section = config.getOptionalConfig('escapeHatch');
  for (const key of section?.keys() ?? []) {
    assertKnown(`escapeHatch.${key}`, key, Object.keys(KNOWN));
    const inner = KNOWN[key];
    if (inner) {
      for (const name of section?.getConfig(key).keys() ?? []) {
        assertKnown(`escapeHatch.${key}.${name}`, name, inner);
      }
    }
  }
}

function assertKnown(key: string, name: string, known: string[]): void {
  if (!known.includes(name)) {
    throw new Error(`${key}: no such key; expected ${known.join(', ')}`);
  }
}

import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchSettings } from '../settings';

/** The rule that an id, or an old id, means. */
export function resolveRule(
  settings: Pick<EscapeHatchSettings, 'rules'>,
  idOrAlias: string,
): EscapeHatchRule | undefined {
  const rule = settings.rules.get(idOrAlias);
  if (rule) {
    return rule;
  }
  for (const candidate of settings.rules.values()) {
    if (candidate.aliases.includes(idOrAlias)) {
      return candidate;
    }
  }
  return undefined;
}

import type { EscapeHatchSettings } from '../settings';
import { resolveRule } from './resolveRule';

/** All names that a rule has, or had: its id and old ones, by any of which requests may have it. */
export function namesOfRule(
  settings: Pick<EscapeHatchSettings, 'rules'>,
  idOrAlias: string,
): string[] {
  const rule = resolveRule(settings, idOrAlias);
  return rule ? [rule.id, ...rule.aliases] : [idOrAlias];
}

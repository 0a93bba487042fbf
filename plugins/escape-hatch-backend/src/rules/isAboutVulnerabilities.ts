import type { EscapeHatchSettings } from '../settings';
import { resolveRule } from './resolveRule';

/** Whether it is the ids of vulnerabilities that a rule, by id or old id, lets a request leave. */
export function isAboutVulnerabilities(
  settings: Pick<EscapeHatchSettings, 'rules'>,
  rule: string,
): boolean {
  return resolveRule(settings, rule)?.vulnerabilities ?? false;
}

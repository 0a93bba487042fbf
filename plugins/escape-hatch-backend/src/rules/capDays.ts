import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';

/** The longest time in days that all the rules allow. */
export function capDays(rules: EscapeHatchRule[]): number {
  return Math.min(...rules.map(({ maxDays }) => maxDays));
}

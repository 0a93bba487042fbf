import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { windowSeconds } from './windowSeconds';

/**
 * How long the rest of the budget lasts at a given burn rate: a rate of 1 uses a whole budget in one
 * window, so remaining × window / burn. Undefined where nothing is left or burned.
 */
export function secondsToExhaustion(
  slo: SloStatus,
  burn: number | null,
): number | undefined {
  const { remaining } = slo.budget;
  return remaining !== null && remaining > 0 && burn !== null && burn > 0
    ? (remaining * windowSeconds(slo.window)) / burn
    : undefined;
}

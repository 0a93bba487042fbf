import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';

/** Burn rate over the given length; null where it is not known. */
export function burnOver(slo: SloStatus, seconds: number): number | null {
  return slo.burnRates.find(rate => rate.seconds === seconds)?.value ?? null;
}

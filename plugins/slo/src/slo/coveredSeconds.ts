import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { windowSeconds } from './windowSeconds';

/**
 * How much of its window an SLO's query has reached so far, counted from the first step of the
 * sparkline that was measured.
 */
export function coveredSeconds({ sparkline, window }: SloStatus): number {
  const first = sparkline.findIndex(left => left !== null);
  const length = windowSeconds(window);
  return first < 0 ? 0 : length * (1 - first / sparkline.length);
}

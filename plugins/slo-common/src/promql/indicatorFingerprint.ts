import type { Indicator } from '../definition/Indicator';
import type { SloDefinition } from '../definition/SloDefinition';
import { compactPromql } from './compactPromql';

/**
 * Names what an indicator measures. Two indicators with the same fingerprint yield the same tiles; another
 * fingerprint starts a new generation of data. The layout of queries does not matter.
 *
 * @param indicator - what is measured
 * @param slices - how slices are judged, where the method has slices of its own length or target
 *
 * @public
 */
export function indicatorFingerprint(
  indicator: Indicator,
  slices: Pick<SloDefinition, 'sliceSeconds' | 'sliceTarget'> = {},
): string {
  return JSON.stringify([
    indicator.form,
    indicator.rangeSeconds ?? null,
    ...measured(indicator),
    slices.sliceSeconds ?? null,
    slices.sliceTarget ?? null,
  ]);
}

function measured(indicator: Indicator): unknown[] {
  switch (indicator.form) {
    case 'ratio':
      return [
        indicator.good === undefined ? 'bad' : 'good',
        compactPromql(indicator.good ?? indicator.bad ?? ''),
        compactPromql(indicator.total),
      ];
    case 'latency':
      return [
        indicator.thresholdSeconds,
        compactPromql(indicator.good),
        compactPromql(indicator.total),
      ];
    default:
      return [indicator.op, indicator.value, compactPromql(indicator.query)];
  }
}

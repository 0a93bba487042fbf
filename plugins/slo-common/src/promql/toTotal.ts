import { isSingleSeries } from './isSingleSeries';
import type { Operand } from './toPerSecondRates';

/**
 * Adds up an operand's series, where it may have several.
 */
export function toTotal({ query, node }: Operand, text: string): string {
  return isSingleSeries(query, node) ? text : `sum(${text})`;
}

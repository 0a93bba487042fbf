import type { Sli } from './readSli';

/**
 * Warns of `op` and `value` where no time slices are judged.
 */
export function warnOfUnused({ op, value }: Sli): void {
  const why = 'is not used: events are counted, no value meets a bound';
  op?.node.warn(`op ${why}`);
  value?.node.warn(`value ${why}`);
}

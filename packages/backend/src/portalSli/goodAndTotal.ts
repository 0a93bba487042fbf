import { InputError } from '@backstage/errors';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { DURATION_BOUNDS, RequestCount } from './RequestCount';

/**
 * What an SLO says about counted requests: of a ratio, those answered without a server error; of a
 * latency, those answered in time.
 *
 * @throws InputError when the SLO asks for what was not counted
 */
export function goodAndTotal(
  indicator: Pick<SloStatus['indicator'], 'form' | 'thresholdSeconds'>,
  counted: RequestCount[],
): { good: number; total: number } {
  const total = requestsIn(counted);
  if (indicator.form === 'ratio') {
    return {
      good: requestsIn(counted.filter(({ status }) => status < 500)),
      total,
    };
  }
  const bucket = DURATION_BOUNDS.indexOf(indicator.thresholdSeconds ?? NaN);
  if (bucket < 0) {
    throw new InputError(
      `expected a ratio, or a latency of one of ${DURATION_BOUNDS.join(
        ', ',
      )} s; got ${indicator.form} ${indicator.thresholdSeconds ?? ''}`.trim(),
    );
  }
  return { good: requestsIn(counted, bucket + 1), total };
}

function requestsIn(counted: RequestCount[], firstBuckets?: number): number {
  return counted
    .flatMap(({ buckets }) => buckets.slice(0, firstBuckets))
    .reduce((sum, requests) => sum + requests, 0);
}

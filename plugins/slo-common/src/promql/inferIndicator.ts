import {
  inferLatency,
  quantileCall,
  type InferredLatency,
} from './inferLatency';
import { inferRatio, type InferredRatio } from './inferRatio';
import { inferSlices, type InferredSlices } from './inferSlices';
import type { PromqlQuery } from './PromqlQuery';

export type InferredIndicator =
  | InferredRatio
  | InferredLatency
  | InferredSlices;

const NOT_COUNTABLE =
  'The quantile is not taken of the rate of one histogram, so requests cannot be counted: time slices are judged instead.';

/**
 * Tells what one query measures: a ratio of events, the quantile of a histogram, or any other value.
 *
 * @throws PromqlError where it is none of these.
 */
export function inferIndicator(query: PromqlQuery): InferredIndicator {
  const events = inferRatio(query) ?? inferLatency(query);
  if (events) {
    return events;
  }
  const slices = inferSlices(query);
  return quantileCall(query)
    ? { ...slices, warnings: [...slices.warnings, NOT_COUNTABLE] }
    : slices;
}

import { z } from 'zod';

const point = z.tuple([z.number(), z.string().transform(toNumber)]);
const labels = z.record(z.string(), z.string());
const warnings = z.array(z.string()).optional();

/** Answer of `/api/v1/query_range`. Series of native histograms have no `values`. */
export const rangeAnswer = z.object({
  status: z.literal('success'),
  warnings,
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({ metric: labels, values: z.array(point).default([]) }),
    ),
  }),
});

/** Answer of `/api/v1/query` to a query that gives a vector. */
export const instantAnswer = z.object({
  status: z.literal('success'),
  warnings,
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: labels, value: point.optional() })),
  }),
});

/** Answer to a query that failed. */
export const failedAnswer = z.object({
  status: z.literal('error'),
  errorType: z.string(),
  error: z.string(),
});

export type RangeSeries = z.output<
  typeof rangeAnswer
>['data']['result'][number];

/** Prometheus writes floats as strings, infinities as `+Inf` and `-Inf`. */
function toNumber(text: string): number {
  if (text === '+Inf') {
    return Infinity;
  }
  return text === '-Inf' ? -Infinity : Number(text);
}

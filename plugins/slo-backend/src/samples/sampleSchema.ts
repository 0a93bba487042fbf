import { z } from 'zod';

/** Samples of one call at most. */
export const MAX_SAMPLES = 10_000;

/** Beyond it counts are not exact any more, and their sums might become infinite. */
const amount = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);

export const samplesRequestSchema = z.strictObject({
  samples: z
    .array(
      z.strictObject({
        start: z.iso.datetime({ offset: true }),
        seconds: z
          .int()
          .positive()
          .max(3_600)
          .refine(seconds => 3_600 % seconds === 0, {
            message: 'expected a divisor of 3600',
          }),
        good: amount,
        total: amount,
      }),
    )
    .min(1)
    .max(MAX_SAMPLES),
});

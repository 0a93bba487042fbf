import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const objectiveSchema = makeFieldSchema({
  output: z =>
    z.number().gt(0).lt(1).describe('Fraction of good requests, such as 0.995'),
  uiOptions: z =>
    z.object({
      window: z
        .string()
        .optional()
        .describe('Window of the SLO in days or weeks, default 30d'),
      windowParameter: z
        .string()
        .optional()
        .describe('Parameter of the template that asks for the window'),
      policy: z
        .string()
        .optional()
        .describe(
          'Sentence about what happens when the error budget runs low; empty for none',
        ),
    }),
});

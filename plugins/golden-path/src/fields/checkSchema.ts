import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const checkSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe('Digest of the answers that were checked without an error'),
});

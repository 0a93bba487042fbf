import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const resourcesSchema = makeFieldSchema({
  output: z =>
    z.object({
      cpuRequest: z.string().describe('Such as 100m'),
      cpuLimit: z.string().describe('Such as 500m'),
      memoryRequest: z.string().describe('Such as 128Mi'),
      memoryLimit: z.string().describe('Such as 512Mi'),
    }),
});

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const exposureSchema = makeFieldSchema({
  output: z => z.enum(['internal', 'public']).describe('Who reaches it'),
  uiOptions: z =>
    z.object({
      platform: z
        .enum(['kubernetes', 'ecs'])
        .optional()
        .describe('Decides what each choice means, default kubernetes'),
    }),
});

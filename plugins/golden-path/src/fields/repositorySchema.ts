import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const repositorySchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe('Address, such as https://git.example.com/team/orders-api'),
  uiOptions: z =>
    z.object({
      gitops: z
        .boolean()
        .optional()
        .describe(
          'Offers the repositories for GitOps files, in place of those that are made; default false',
        ),
      nameParameter: z
        .string()
        .optional()
        .describe(
          'Parameter of the template that the repository is called after; default name',
        ),
    }),
});

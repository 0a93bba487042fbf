import {
  type CatalogAccess,
  defineRoute,
  type Route,
} from '@golden-path/backstage-http-api';
import {
  readSloDocuments,
  ValidationResult,
} from '@golden-path/backstage-plugin-slo-common';
import { z } from 'zod';
import { definitionSchema, problemSchema } from '../schemas/definitionSchema';

/** Bodies of up to ten documents of the largest size. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Checks of documents that are not stored. */
export function documentRoutes(options: {
  access: CatalogAccess;
  defaultObjective: number;
}): Route[] {
  const { access, defaultObjective } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/validate',
      summary: 'Every problem of SLO documents, and what they define',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({
        documents: z
          .array(
            z.strictObject({
              file: z.string().min(1).max(500),
              content: z.string(),
            }),
          )
          .min(1)
          .max(100),
      }),
      bodyLimit: BODY_LIMIT,
      response: z.object({
        valid: z.boolean(),
        slos: z.array(definitionSchema),
        problems: z.array(problemSchema),
      }) satisfies z.ZodType<ValidationResult>,
      async handle({ body, credentials }): Promise<ValidationResult> {
        await access.assertMayRead(credentials);
        const { slos, problems } = readSloDocuments(body.documents, {
          defaultObjective,
        });
        return {
          valid: problems.every(problem => problem.severity !== 'error'),
          slos,
          problems,
        };
      },
    }),
  ];
}

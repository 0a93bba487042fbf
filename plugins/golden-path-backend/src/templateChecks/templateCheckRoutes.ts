import {
  defineRoute,
  entityRefSchema,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { TemplateChecking } from './TemplateChecking';
import { validationReportSchema } from './validationReportSchema';

const fileSchema = z.object({
  path: z.string(),
  content: z.string().nullable(),
  ownership: z.enum(['managed', 'merge', 'seed']).nullable(),
});

/** Trying templates out. */
export function templateCheckRoutes(deps: {
  checking: TemplateChecking;
}): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/template-checks',
      summary:
        'What a template would make of answers, and what is wrong with it; nothing is written',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({
        templateRef: entityRefSchema,
        values: z.record(z.string(), z.unknown()),
      }),
      response: z.object({
        template: z.object({
          name: z.string(),
          version: z.string().nullable(),
        }),
        files: z.array(fileSchema),
        validation: validationReportSchema.nullable(),
        seconds: z.number(),
      }),
      handle: ({ body, credentials }) => deps.checking.check(body, credentials),
    }),
  ];
}

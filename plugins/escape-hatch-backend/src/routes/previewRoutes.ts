import { defineRoute, type Route } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { Previewing } from '../preview/Previewing';
import { draftSchema } from '../schemas/draftSchema';
import { previewSchema } from '../schemas/previewSchema';
import { DRAFT_LIMIT } from './draftLimit';

/** What a request would meet, before it is made. */
export function previewRoutes(options: { previewing: Previewing }): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/preview',
      summary: 'What the submission of a draft would meet; stores nothing',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: draftSchema,
      bodyLimit: DRAFT_LIMIT,
      response: previewSchema,
      handle: async ({ body, credentials }) =>
        options.previewing.preview(body, credentials),
    }),
  ];
}

import {
  defineRoute,
  pageOf,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';

const sourceSchema = z.object({
  id: z.string(),
  type: z.string(),
  state: z.enum(['waiting', 'backfilling', 'ok', 'failing']),
  lastSeenAt: z.iso.datetime().nullable(),
  progress: z
    .object({
      done: z.number(),
      total: z.number(),
      etaSeconds: z.number().nullable(),
    })
    .optional(),
  completeFrom: z.iso.datetime().optional(),
  error: z.string().optional(),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<DoraSourceStatus>;

/** How the sources of events fare. */
export function sourceRoutes(options: {
  access: CatalogAccess;
  sources: { list(): Promise<DoraSourceStatus[]> };
}): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/sources',
      summary: 'The sources of events and how they fare',
      params: z.strictObject({}),
      query: z.strictObject({}),
      response: pageOf(sourceSchema),
      async handle({ credentials }) {
        await options.access.assertMayRead(credentials);
        return { items: await options.sources.list() };
      },
    }),
  ];
}

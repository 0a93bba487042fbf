import {
  defineRoute,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import type { ExcludedEvent } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';
import type {
  ExcludedReader,
  FoundExclusion,
} from '../excluded/ExcludedReader';
import type { ReportReader } from '../metrics/ReportReader';
import { countedMetricSchema, findingSchema } from '../schemas/findingSchema';
import { fromCursor, toCursor, type PagePlace } from '../schemas/keyset';
import {
  readablePage,
  readablePages,
  type ReadableList,
} from '../schemas/readablePage';
import { readWindow, scopeQuery } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';
import { toCsv, type Cell } from './toCsv';
import { formatQuery, wantsCsv } from './wantsCsv';

const excludedSchema = z.object({
  event: z.object({
    source: z.string(),
    type: z.string(),
    subject: z.string(),
    environment: z.string().nullable(),
    version: z.string().nullable(),
    at: z.iso.datetime(),
    url: z.string().optional(),
    deploymentId: z.string().optional(),
  }),
  metric: z.enum([...countedMetricSchema.options, 'all']),
  reason: z.string(),
  code: z.string(),
}) satisfies z.ZodType<ExcludedEvent>;

/** What makes numbers less true than they look, and what is not in them. */
export function qualityRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  reports: ReportReader;
  excluded: ExcludedReader;
}): Route[] {
  const { access, scopes, reports, excluded } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/data-quality',
      summary: 'Findings about the numbers of a scope',
      params: z.strictObject({}),
      query: z.strictObject(scopeQuery),
      response: z.object({ findings: z.array(findingSchema) }),
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const window = readWindow(query, Date.now());
        const scope = await scopes.resolve(query.scope, credentials);
        return { findings: await reports.findings({ scope, window }) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/excluded',
      summary: 'Events that did not count, with the reason, newest first',
      params: z.strictObject({}),
      query: z.strictObject({
        ...scopeQuery,
        ...pageQuery,
        ...formatQuery,
        code: z
          .string()
          .max(40)
          .optional()
          .describe('Code of a reason, such as redeploy'),
      }),
      response: pageOf(excludedSchema),
      produces: ['text/csv'],
      async handle({ query, headers, credentials }) {
        await access.assertMayRead(credentials);
        const scope = await scopes.resolve(query.scope, credentials);
        const window = readWindow(query, Date.now());
        const { code } = query;
        const list: ReadableList<FoundExclusion, PagePlace> = {
          list: (after, limit) =>
            excluded.list({ scope, window, code, after, limit }),
          readable: scopes.readable(scope, credentials),
          entityRefs: ({ entityRef }) => entityRef,
        };
        const after = fromCursor(query.cursor);
        if (wantsCsv(query, headers)) {
          return excludedCsv(readablePages({ ...list, after }));
        }
        const { limit } = query;
        const page = await readablePage({ ...list, after, limit });
        return {
          items: page.items.map(({ excluded: item }) => item),
          ...(page.last && { nextCursor: toCursor(page.last) }),
        };
      },
    }),
  ];
}

function excludedCsv(pages: AsyncIterable<FoundExclusion[]>) {
  return toCsv({
    fileName: 'dora-excluded.csv',
    columns: [
      'source',
      'type',
      'subject',
      'environment',
      'version',
      'at',
      'metric',
      'code',
      'reason',
      'deployment',
      'url',
    ],
    rows: rowsOf(pages),
  });
}

async function* rowsOf(
  pages: AsyncIterable<FoundExclusion[]>,
): AsyncGenerator<Cell[][]> {
  for await (const page of pages) {
    yield page.map(({ excluded: { event, metric, code, reason } }) => [
      event.source,
      event.type,
      event.subject,
      event.environment,
      event.version,
      event.at,
      metric,
      code,
      reason,
      event.deploymentId,
      event.url,
    ]);
  }
}

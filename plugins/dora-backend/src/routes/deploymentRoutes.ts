import { NotFoundError } from '@backstage/errors';
import {
  defineRoute,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { toDeployment, type DeploymentRow } from '../deployments/DeploymentRow';
import type { DeploymentStore } from '../deployments/DeploymentStore';
import type { DetailReader } from '../deployments/DetailReader';
import {
  deploymentDetailSchema,
  deploymentKindSchema,
  deploymentSchema,
} from '../schemas/deploymentSchema';
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

/** Deployments, and one with why it counts. */
export function deploymentRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  deployments: DeploymentStore;
  details: DetailReader;
}): Route[] {
  const { access, scopes, deployments, details } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/deployments',
      summary: 'Deployments that finished in a window, newest first',
      params: z.strictObject({}),
      query: z.strictObject({
        ...scopeQuery,
        ...pageQuery,
        ...formatQuery,
        environment: z
          .string()
          .max(200)
          .optional()
          .describe('A name; production means all of the production tier'),
        kind: deploymentKindSchema.optional(),
        outcome: z.enum(['success', 'failure', 'failed']).optional(),
      }),
      response: pageOf(deploymentSchema),
      produces: ['text/csv'],
      async handle({ query, headers, credentials }) {
        await access.assertMayRead(credentials);
        const { environment, kind, outcome } = query;
        const filter = {
          scope: await scopes.resolve(query.scope, credentials),
          window: readWindow(query, Date.now()),
          environment,
          kind,
          outcome,
        };
        const list: ReadableList<DeploymentRow, PagePlace> = {
          list: async (after, limit) =>
            (await deployments.list({ ...filter, after, limit })).map(row => ({
              item: row,
              place: { at: Number(row.finished_at), id: row.id },
            })),
          readable: scopes.readable(filter.scope, credentials),
          entityRefs: row => [row.entity_ref],
        };
        const after = fromCursor(query.cursor);
        if (wantsCsv(query, headers)) {
          return deploymentsCsv(readablePages({ ...list, after }));
        }
        const { limit } = query;
        const page = await readablePage({ ...list, after, limit });
        return {
          items: page.items.map(toDeployment),
          ...(page.last && { nextCursor: toCursor(page.last) }),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/deployments/{id}',
      summary: 'A deployment, what it shipped, and why it counts',
      params: z.strictObject({ id: z.string().max(64) }),
      query: z.strictObject({}),
      response: deploymentDetailSchema,
      async handle({ params, credentials }) {
        await access.assertMayRead(credentials);
        const row = await deployments.get(params.id);
        if (!row || !(await access.entity(row.entity_ref, credentials))) {
          throw new NotFoundError(`No deployment found with id '${params.id}'`);
        }
        return details.read(row);
      },
    }),
  ];
}

function deploymentsCsv(pages: AsyncIterable<DeploymentRow[]>) {
  return toCsv({
    fileName: 'dora-deployments.csv',
    columns: [
      'id',
      'service',
      'environment',
      'version',
      'previous_version',
      'sha',
      'started_at',
      'finished_at',
      'outcome',
      'kind',
      'changes',
      'lead_time_median_seconds',
      'failed',
      'recovered_at',
      'owner',
      'sources',
      'flags',
    ],
    rows: rowsOf(pages),
  });
}

async function* rowsOf(
  pages: AsyncIterable<DeploymentRow[]>,
): AsyncGenerator<Cell[][]> {
  for await (const page of pages) {
    yield page
      .map(toDeployment)
      .map(item => [
        item.id,
        item.entityRef,
        item.environment,
        item.version,
        item.previousVersion,
        item.sha,
        item.startedAt,
        item.finishedAt,
        item.outcome,
        item.kind,
        item.changes,
        item.leadTimeMedianSeconds,
        item.failed,
        item.recoveredAt,
        item.ownerRef,
        item.sources.join(' '),
        item.flags.join(' '),
      ]);
  }
}

import {
  scoreMetrics,
  type DoraMetrics,
} from '@golden-path/backstage-plugin-dora-common';
import {
  defineRoute,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { ReportReader } from '../metrics/ReportReader';
import { metricsSchema } from '../schemas/metricsSchema';
import { readWindow, scopeQuery } from '../schemas/scopeQuery';
import { scoreQuerySchema, scoreSchema } from '../schemas/scoreSchema';
import type { ScopeResolver } from '../scope/ScopeResolver';
import { toCsv } from './toCsv';
import { formatQuery, wantsCsv } from './wantsCsv';

/** The metrics of a scope, and the score of any values. */
export function metricsRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  reports: ReportReader;
}): Route[] {
  const { access, scopes, reports } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/metrics',
      summary: 'The five metrics of a scope, beside the period before',
      params: z.strictObject({}),
      query: z.strictObject({
        ...scopeQuery,
        ...formatQuery,
        granularity: z.enum(['day', 'week', 'month']).default('day'),
      }),
      response: metricsSchema,
      produces: ['text/csv'],
      async handle({ query, headers, credentials }) {
        await access.assertMayRead(credentials);
        const window = readWindow(query, Date.now());
        const scope = await scopes.resolve(query.scope, credentials);
        const { granularity } = query;
        const report = await reports.read({ scope, window, granularity });
        return wantsCsv(query, headers)
          ? seriesCsv(report)
          : namingReadable(report, scopes.readable(scope, credentials));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/score',
      summary: 'Bands and quick-check score of given values',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: scoreQuerySchema,
      response: scoreSchema,
      async handle({ body, credentials }) {
        await access.assertMayRead(credentials);
        return scoreMetrics(body);
      },
    }),
  ];
}

/** Numbers are of the whole scope; services are named only to those who may read them. */
async function namingReadable(
  report: DoraMetrics,
  readable: ReturnType<ScopeResolver['readable']>,
): Promise<DoraMetrics> {
  const { bottleneck } = report;
  const refs = bottleneck?.deployments.map(({ entityRef }) => entityRef) ?? [];
  if (!bottleneck || !readable || refs.length === 0) {
    return report;
  }
  const found = await readable(refs);
  return {
    ...report,
    bottleneck: {
      ...bottleneck,
      deployments: bottleneck.deployments.filter(({ entityRef }) =>
        found.has(entityRef),
      ),
    },
  };
}

function seriesCsv({ series }: DoraMetrics) {
  return toCsv({
    fileName: 'dora-metrics.csv',
    columns: [
      'from',
      'to',
      'deployments',
      'changes',
      'lead_time_median_seconds',
      'failed',
      'failable',
      'rework',
      'recoveries',
      'recovery_median_seconds',
    ],
    rows: series.map(point => [
      point.from,
      point.to,
      point.deployments,
      point.changes,
      point.leadTimeMedianSeconds,
      point.failed,
      point.failable,
      point.rework,
      point.recoveries,
      point.recoveryMedianSeconds,
    ]),
  });
}

import {
  defineRoute,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import type { Snapshot } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';
import { toMs } from '../database/instants';
import type { LocalCalendar } from '../metrics/LocalCalendar';
import {
  frozenBottleneckSchema,
  frozenMetricsSchema,
} from '../schemas/frozenSchema';
import { fromCursor, toCursor } from '../schemas/keyset';
import { scopeQuery } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';
import type { SnapshotStore } from './SnapshotStore';

const snapshotSchema = z.object({
  id: z.string(),
  scope: z.string(),
  week: z.iso.date(),
  frozenAt: z.iso.datetime(),
  metrics: frozenMetricsSchema,
  bottleneck: frozenBottleneckSchema,
}) satisfies z.ZodType<Snapshot>;

/** Frozen weeks. */
export function snapshotRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  snapshots: SnapshotStore;
  calendar: LocalCalendar;
}): Route[] {
  const { access, scopes, snapshots, calendar } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/snapshots',
      summary: 'Frozen weeks that begin in a window, newest first',
      params: z.strictObject({}),
      query: z.strictObject({ ...scopeQuery, ...pageQuery }),
      response: pageOf(snapshotSchema),
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        await scopes.resolve(query.scope, credentials);
        const { scope, from, to, limit } = query;
        const after = fromCursor(query.cursor);
        const items = await snapshots.list({
          scope,
          ...(from !== undefined && {
            from: firstDay(calendar, toMs(from)),
          }),
          ...(to !== undefined && { to: calendar.dayOf(toMs(to) - 1) }),
          ...(after && { after: calendar.dayOf(after.at) }),
          limit: limit + 1,
        });
        const page = items.slice(0, limit);
        const last = page.at(-1);
        return {
          items: page,
          ...(items.length > limit &&
            last && {
              nextCursor: toCursor({
                at: calendar.spanOfDay(last.week).from,
                id: last.id,
              }),
            }),
        };
      },
    }),
  ];
}

/** The first local day that begins at an instant or after it. */
function firstDay(calendar: LocalCalendar, at: number): string {
  const day = calendar.dayOf(at);
  return calendar.startsDay(at)
    ? day
    : calendar.dayOf(calendar.spanOfDay(day).to);
}

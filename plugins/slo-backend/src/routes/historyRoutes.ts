import {
  cursorOf,
  defineRoute,
  offsetOf,
  pageOf,
  pageQuery,
  type Route,
} from '@golden-path/backstage-http-api';
import type { Knex } from 'knex';
import { z } from 'zod';
import { HistoryReader } from '../history/HistoryReader';
import { PolicyChangeStore } from '../policy/PolicyChangeStore';
import {
  episodeSchema,
  historySchema,
  policyChangeSchema,
} from '../schemas/historySchema';
import { SloLookup } from './SloLookup';

const sloParams = z.strictObject({ id: z.string() });

/** What an SLO's budget went through. */
export function historyRoutes(options: {
  knex: Knex;
  lookup: SloLookup;
  history: HistoryReader;
  policyChanges: PolicyChangeStore;
}): Route[] {
  const { knex, lookup, history, policyChanges } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/slos/{id}/history',
      summary: 'The burn-down of an SLO, with deployments and incidents',
      params: sloParams,
      query: z.strictObject({
        from: z.iso.datetime({ offset: true }).optional(),
        to: z.iso.datetime({ offset: true }).optional(),
        points: z.coerce.number().int().min(2).max(720).default(181),
        mode: z.enum(['window', 'rolling']).default('window'),
        generation: z.coerce.number().int().positive().optional(),
      }),
      response: historySchema,
      async handle({ params, query, credentials }) {
        return history.history(await lookup.get(params.id, credentials), query);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/slos/{id}/policy-history',
      summary: 'When policy actions began and ceased to hold, newest first',
      params: sloParams,
      query: z.strictObject(pageQuery),
      response: pageOf(policyChangeSchema),
      async handle({ params, query, credentials }) {
        const { slo } = await lookup.get(params.id, credentials);
        const offset = offsetOf(query.cursor);
        const items = await policyChanges.list(knex, slo.id, {
          limit: query.limit + 1,
          offset,
        });
        return cut(items, query.limit, offset);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/slos/{id}/episodes',
      summary: 'Times of loss in the present window, the costliest first',
      params: sloParams,
      query: z.strictObject(pageQuery),
      response: pageOf(episodeSchema),
      async handle({ params, query, credentials }) {
        const read = await lookup.get(params.id, credentials);
        const offset = offsetOf(query.cursor);
        const episodes = await history.episodes(read);
        return cut(episodes.slice(offset), query.limit, offset);
      },
    }),
  ];
}

function cut<T>(items: T[], limit: number, offset: number) {
  return {
    items: items.slice(0, limit),
    ...(items.length > limit && { nextCursor: cursorOf(offset + limit) }),
  };
}

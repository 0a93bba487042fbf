import {
  type CatalogAccess,
  cursorOf,
  defineRoute,
  entityRefSchema,
  offsetOf,
  pageQuery,
  type Route,
} from '@golden-path/backstage-http-api';
import type {
  DataState,
  PolicyEffect,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { toSeconds } from '../database/instants';
import {
  dataStateSchema,
  detailSchema,
  listSchema,
} from '../schemas/statusSchema';
import { StatusReader } from '../status/StatusReader';
import { StatusStore, StatusSummary } from '../status/StatusStore';
import { SloLookup } from './SloLookup';

/** Lists and single SLOs. */
export function sloRoutes(options: {
  knex: Knex;
  access: CatalogAccess;
  lookup: SloLookup;
  reader: StatusReader;
  statuses: StatusStore;
}): Route[] {
  const { knex, access, lookup, reader, statuses } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/slos',
      summary: 'SLOs that the caller may read, least budget left first',
      params: z.strictObject({}),
      query: z.strictObject({
        entityRef: entityRefSchema.optional(),
        owner: entityRefSchema.optional(),
        system: entityRefSchema.optional(),
        state: dataStateSchema.optional(),
        ...pageQuery,
      }),
      response: listSchema,
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const { limit, cursor, ...filter } = query;
        const now = toSeconds(new Date());
        const all = await statuses.summaries(knex, { ...filter, now });
        const readable = await access.readable(
          all.map(summary => summary.entityRef),
          credentials,
        );
        const visible = all.filter(({ entityRef }) => readable.has(entityRef));
        const offset = offsetOf(cursor);
        const page = visible.slice(offset, offset + limit);
        const read = await reader.read(
          page.map(({ id }) => id),
          now,
        );
        return {
          items: read.map(({ status }) => status),
          ...(offset + limit < visible.length && {
            nextCursor: cursorOf(offset + limit),
          }),
          totals: totalsOf(visible),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/slos/{id}',
      summary: 'One SLO with its definition',
      params: z.strictObject({ id: z.string() }),
      query: z.strictObject({}),
      response: detailSchema,
      async handle({ params, credentials }) {
        const { slo, status } = await lookup.get(params.id, credentials);
        return { ...status, definition: slo.definition };
      },
    }),
  ];
}

function totalsOf(summaries: StatusSummary[]) {
  const byState: Record<DataState, number> = {
    empty: 0,
    backfilling: 0,
    stale: 0,
    partial: 0,
    'no-traffic': 0,
    ok: 0,
  };
  const byEffect: Record<PolicyEffect | 'none', number> = {
    none: 0,
    notify: 0,
    review: 0,
    freeze: 0,
  };
  for (const { state, effect } of summaries) {
    byState[state]++;
    byEffect[effect ?? 'none']++;
  }
  return {
    byState,
    byEffect,
    firing: summaries.filter(({ firing }) => firing).length,
  };
}

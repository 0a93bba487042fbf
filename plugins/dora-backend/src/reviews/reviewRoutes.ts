import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  defineRoute,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { LocalCalendar } from '../metrics/LocalCalendar';
import { formatQuery, wantsCsv } from '../routes/wantsCsv';
import { fromCursor, toCursor } from '../schemas/keyset';
import { scopeSchema } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';
import { monthPeriod } from '../snapshots/finishedPeriods';
import { reviewCsv } from './reviewCsv';
import type { Reviewing } from './Reviewing';
import { toReview, type ReviewRow } from './ReviewRow';
import {
  reviewChangeSchema,
  reviewDraftSchema,
  reviewListSchema,
  reviewSchema,
} from './reviewSchemas';
import type { ReviewStore } from './ReviewStore';

const reviewParams = z.strictObject({ id: z.string().max(40) });

/** Monthly reviews with their actions. */
export function reviewRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  reviews: ReviewStore;
  reviewing: Reviewing;
  calendar: LocalCalendar;
}): Route[] {
  const { access, scopes, reviews, reviewing, calendar } = options;

  const find = async (id: string, credentials: BackstageCredentials) => {
    const row = await reviews.get(id);
    const isReadable =
      row &&
      (row.scope === 'all' || (await access.entity(row.scope, credentials)));
    if (!isReadable) {
      throw new NotFoundError(`No review found with id '${id}'`);
    }
    return row;
  };
  const present = async (rows: ReviewRow[]) => {
    const actions = await reviews.actions(rows.map(({ id }) => id));
    const today = calendar.dayOf(Date.now());
    return rows.map(row => toReview(row, actions, today));
  };
  const presentOne = async (id: string, credentials: BackstageCredentials) =>
    (await present([await find(id, credentials)]))[0];

  return [
    defineRoute({
      method: 'get',
      path: '/reviews',
      summary: 'Monthly reviews of a scope, newest first',
      params: z.strictObject({}),
      query: z.strictObject({
        scope: scopeSchema.default('all'),
        ...pageQuery,
      }),
      response: reviewListSchema,
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const { scope, limit } = query;
        await scopes.resolve(scope, credentials);
        const after = fromCursor(query.cursor);
        const rows = await reviews.list({
          scope,
          ...(after && { after: calendar.dayOf(after.at).slice(0, 7) }),
          limit: limit + 1,
        });
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        return {
          items: await present(page),
          ready: await reviews.ready(scope),
          ...(rows.length > limit &&
            last && {
              nextCursor: toCursor({
                at: monthPeriod(last.month, calendar.timeZone).from,
                id: last.id,
              }),
            }),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/reviews/{id}',
      summary: 'A monthly review',
      params: reviewParams,
      query: z.strictObject(formatQuery),
      response: reviewSchema,
      produces: ['text/csv'],
      async handle({ params, query, headers, credentials }) {
        await access.assertMayRead(credentials);
        const review = await presentOne(params.id, credentials);
        return wantsCsv(query, headers) ? reviewCsv(review) : review;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/reviews',
      summary: 'Writes the review of a month that is over',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: reviewDraftSchema,
      status: 201,
      response: reviewSchema,
      async handle({ body, credentials }) {
        await access.assertMayRead(credentials);
        await scopes.resolve(body.scope, credentials);
        const now = Date.now();
        const id = await reviewing.write({ draft: body, credentials, now });
        return presentOne(id, credentials);
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/reviews/{id}',
      summary: 'Changes notes and actions of a review',
      params: reviewParams,
      query: z.strictObject({}),
      body: reviewChangeSchema,
      response: reviewSchema,
      async handle({ params, body, credentials }) {
        await access.assertMayRead(credentials);
        await reviewing.change({
          review: await find(params.id, credentials),
          change: body,
          credentials,
          now: Date.now(),
        });
        return presentOne(params.id, credentials);
      },
    }),
  ];
}

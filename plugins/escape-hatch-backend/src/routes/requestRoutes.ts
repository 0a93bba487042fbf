import {
  defineRoute,
  pageOf,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { RequestAccess } from '../callers/RequestAccess';
import type { RequestList } from '../lists/RequestList';
import { requestsCsv } from '../lists/requestsCsv';
import { wantsCsv } from '../lists/wantsCsv';
import type { RequestStore } from '../requests/RequestStore';
import { requestQuery } from '../schemas/requestQuery';
import { requestSchema, requestVersionSchema } from '../schemas/requestSchema';
import type { RequestPresenter } from '../views/RequestPresenter';
import { requestParams } from './requestParams';

/** Of one look of an export. */
const MOST = 500;

/** Reading requests. */
export function requestRoutes(options: {
  access: RequestAccess;
  list: RequestList;
  presenter: RequestPresenter;
  store: RequestStore;
}): Route[] {
  const { access, list, presenter, store } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/requests',
      summary:
        'Requests that the caller may read, the newest or the soonest end first',
      params: z.strictObject({}),
      query: requestQuery,
      response: pageOf(requestSchema),
      produces: ['text/csv'],
      async handle({ query, headers, credentials }) {
        const visit = await access.visit(credentials);
        if (wantsCsv(query, headers)) {
          const pages = list.pages({ ...query, limit: MOST }, visit);
          return requestsCsv(pages, visit.now);
        }
        const { records, nextCursor } = await list.page(query, visit);
        const items = await presenter.presentMany(records, visit);
        return { items, nextCursor };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/requests/{id}',
      summary: 'One request with its timeline and who may approve it',
      params: requestParams,
      query: z.strictObject({}),
      response: requestSchema,
      async handle({ params, credentials }) {
        const visit = await access.visit(credentials);
        const record = await access.find(params.id, visit);
        return presenter.presentOne(record, visit);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/requests/{id}/versions',
      summary: 'What each version of a request said, oldest first',
      params: requestParams,
      query: z.strictObject({}),
      response: pageOf(requestVersionSchema),
      async handle({ params, credentials }) {
        const visit = await access.visit(credentials);
        const { id } = await access.find(params.id, visit);
        return { items: await store.versions(id) };
      },
    }),
  ];
}

import {
  defineRoute,
  pageQuery,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { RequestAccess } from '../callers/RequestAccess';
import type { Inbox } from '../inbox/Inbox';
import { inboxSchema } from '../schemas/inboxSchema';

/** What waits for the caller. */
export function inboxRoutes(options: {
  access: RequestAccess;
  inbox: Inbox;
}): Route[] {
  const { access, inbox } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/inbox',
      summary: 'What waits for the caller, the longest wait first',
      params: z.strictObject({}),
      query: z.strictObject(pageQuery),
      response: inboxSchema,
      handle: async ({ query, credentials }) =>
        inbox.page(query, await access.visit(credentials)),
    }),
  ];
}

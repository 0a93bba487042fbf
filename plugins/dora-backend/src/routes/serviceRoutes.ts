import {
  cursorOf,
  defineRoute,
  offsetOf,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { readablePage } from '../schemas/readablePage';
import { readWindow, scopeQuery } from '../schemas/scopeQuery';
import { serviceSchema } from '../schemas/serviceSchema';
import type { ScopeResolver } from '../scope/ScopeResolver';
import type { ServiceReader } from '../services/ServiceReader';
import type { ServiceStore } from '../services/ServiceStore';

/** The services of a scope. */
export function serviceRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  services: ServiceStore;
  reader: ServiceReader;
}): Route[] {
  const { access, scopes, services, reader } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/services',
      summary:
        'Services of a scope with their metrics and what runs where, by name',
      params: z.strictObject({}),
      query: z.strictObject({ ...scopeQuery, ...pageQuery }),
      response: pageOf(serviceSchema),
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const scope = await scopes.resolve(query.scope, credentials);
        const window = readWindow(query, Date.now());
        const page = await readablePage({
          limit: query.limit,
          after: offsetOf(query.cursor),
          list: async (offset = 0, limit) =>
            (
              await services.list({ scope, offset, limit })
            ).map((item, index) => ({ item, place: offset + index + 1 })),
          readable: scopes.readable(scope, credentials),
          entityRefs: ({ entityRef }) => [entityRef],
        });
        return {
          items: await reader.read({ services: page.items, scope, window }),
          ...(page.last !== undefined && { nextCursor: cursorOf(page.last) }),
        };
      },
    }),
  ];
}

import { InputError } from '@backstage/errors';
import {
  defineRoute,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type {
  ChangePlace,
  ShippedChangeStore,
} from '../changes/ShippedChangeStore';
import { shippedChangeSchema } from '../schemas/deploymentSchema';
import { fromCursor, toCursor } from '../schemas/keyset';
import { readablePage } from '../schemas/readablePage';
import { readWindow, scopeQuery } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';

/** Changes that production got. */
export function changeRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  changes: ShippedChangeStore;
}): Route[] {
  const { access, scopes, changes } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/changes',
      summary:
        'Changes whose first production deployment finished in a window, newest first',
      params: z.strictObject({}),
      query: z.strictObject({ ...scopeQuery, ...pageQuery }),
      response: pageOf(
        shippedChangeSchema.extend({
          deploymentId: z.string(),
          entityRef: z.string(),
        }),
      ),
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const scope = await scopes.resolve(query.scope, credentials);
        const window = readWindow(query, Date.now());
        const page = await readablePage({
          limit: query.limit,
          after: placeOf(query.cursor),
          list: async (after, limit) =>
            (
              await changes.list({ scope, window, after, limit })
            ).map(({ change, place }) => ({ item: change, place })),
          readable: scopes.readable(scope, credentials),
          entityRefs: ({ entityRef }) => [entityRef],
        });
        return {
          items: page.items,
          ...(page.last && { nextCursor: cursorOf(page.last) }),
        };
      },
    }),
  ];
}

function cursorOf({ finishedAt, deploymentId, changeId }: ChangePlace): string {
  return toCursor({ at: finishedAt, id: `${deploymentId}.${changeId}` });
}

function placeOf(cursor: string | undefined): ChangePlace | undefined {
  const place = fromCursor(cursor);
  if (!place) {
    return undefined;
  }
  const match = /^(.+)\.(\d{1,10})$/.exec(place.id);
  if (!match) {
    throw new InputError(
      `cursor: expected one of an earlier answer, got '${cursor}'`,
    );
  }
  return {
    finishedAt: place.at,
    deploymentId: match[1],
    changeId: Number(match[2]),
  };
}

import {
  defineRoute,
  pageOf,
  pageQuery,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import type { Incident } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';
import type { IncidentListStore } from '../incidents/IncidentListStore';
import { fromCursor, toCursor } from '../schemas/keyset';
import { readablePage } from '../schemas/readablePage';
import { readWindow, scopeQuery } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';

const instant = z.iso.datetime();
const incidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  severity: z.string().nullable(),
  entityRefs: z.array(z.string()),
  environment: z.string().nullable(),
  openedAt: instant,
  resolvedAt: instant.nullable(),
  url: z.string().optional(),
  demo: z.boolean(),
}) satisfies z.ZodType<Incident>;

/** Production incidents. */
export function incidentRoutes(options: {
  access: CatalogAccess;
  scopes: ScopeResolver;
  incidents: IncidentListStore;
}): Route[] {
  const { access, scopes, incidents } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/incidents',
      summary: 'Production incidents that were open in a window, newest first',
      params: z.strictObject({}),
      query: z.strictObject({ ...scopeQuery, ...pageQuery }),
      response: pageOf(incidentSchema),
      async handle({ query, credentials }) {
        await access.assertMayRead(credentials);
        const scope = await scopes.resolve(query.scope, credentials);
        const window = readWindow(query, Date.now());
        const page = await readablePage({
          limit: query.limit,
          after: fromCursor(query.cursor),
          list: (after, limit) =>
            incidents.list({ scope, window, after, limit }),
          readable: scopes.readable(scope, credentials),
          entityRefs: incident => incident.entityRefs,
        });
        // Other services of an incident may be none of the caller's business.
        const visible = await access.readable(
          page.items.flatMap(({ entityRefs }) => entityRefs),
          credentials,
        );
        return {
          items: page.items.map(incident => ({
            ...incident,
            entityRefs: incident.entityRefs.filter(ref => visible.has(ref)),
          })),
          ...(page.last && { nextCursor: toCursor(page.last) }),
        };
      },
    }),
  ];
}

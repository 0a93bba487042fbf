import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type express from 'express';
import { z } from 'zod';
import { mountRoutes } from './mountRoutes';
import { openApiDocument } from './openApiDocument';
import { defineRoute, type Route, type SignedRoute } from './Route';

/**
 * A plugin's HTTP API as an express router: `mountRoutes`, and `GET /openapi.json`, which describes the routes to
 * callers with credentials.
 *
 * @public
 */
export function createApiRouter(options: {
  /** The API's name in its description. */
  title: string;
  /** Of the API, not of the package. */
  version: string;
  /** Where the router is mounted, as callers see it: `/api/slo/v1`. */
  basePath: string;
  routes: (Route | SignedRoute)[];
  httpAuth: HttpAuthService;
}): express.Router {
  const { title, version, basePath, httpAuth } = options;
  const routes = [...options.routes];
  const description = defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    params: z.strictObject({}),
    query: z.strictObject({}),
    response: z.record(z.string(), z.unknown()),
    handle: async () => openApiDocument({ title, version, basePath, routes }),
  });
  routes.push(description);
  return mountRoutes({ routes, httpAuth });
}

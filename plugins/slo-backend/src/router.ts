import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  defineRoute,
  mountRoutes,
  openApiDocument,
  type Route,
} from '@golden-path/backstage-http-api';
import type express from 'express';
import { z } from 'zod';

/** The plugin's HTTP API, which describes itself at `/openapi.json`. */
export function createRouter(options: {
  routes: Route[];
  httpAuth: HttpAuthService;
}): express.Router {
  const routes = [...options.routes];
  const description = defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    params: z.strictObject({}),
    query: z.strictObject({}),
    response: z.record(z.string(), z.unknown()),
    handle: async () =>
      openApiDocument({
        title: 'SLOs and error budgets',
        version: '1',
        basePath: '/api/slo/v1',
        routes,
      }),
  });
  routes.push(description);
  return mountRoutes({ routes, httpAuth: options.httpAuth });
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Route } from '@golden-path/backstage-http-api';

/** Calls a route's handler as HTTP would, with validated input; the caller is CI unless told otherwise. */
export async function callRoute<T>(
  services: { routes: Route[] },
  path: string,
  options: {
    params?: object;
    query?: object;
    body?: object;
    credentials?: BackstageCredentials;
  } = {},
): Promise<T> {
  const route = services.routes.find(candidate => candidate.path === path);
  if (!route) {
    throw new Error(`No route ${path}`);
  }
  const credentials =
    options.credentials ?? mockCredentials.service('external:ci');
  return (await route.handle({
    params: route.params.parse(options.params ?? {}),
    query: route.query.parse(options.query ?? {}),
    body: route.body?.parse(options.body),
    headers: {},
    credentials: credentials as Parameters<Route['handle']>[0]['credentials'],
  })) as T;
}

import { expressPath } from './expressPath';
import type { Route, SignedRoute } from './Route';

/**
 * Paths that the plugin's `httpRouter` must let through, each with `addAuthPolicy({ allow: 'unauthenticated' })`.
 *
 * @public
 */
export function signedPaths(options: {
  routes: (Route | SignedRoute)[];
  /** Where the routes are mounted: `/v1`. */
  prefix: string;
}): string[] {
  return options.routes
    .filter(route => route.signed)
    .map(route => `${options.prefix}${expressPath(route.path)}`);
}

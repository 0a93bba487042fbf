import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page, which begins with the inbox. Both frontend systems accept refs of this kind. */
export const rootRouteRef = createRouteRef({ id: 'escape-hatch' });

/** The form for a new request; `?entityRef=…&rules=…` and others fill it in. */
export const newRequestRouteRef = createSubRouteRef({
  id: 'escape-hatch.new',
  parent: rootRouteRef,
  path: '/new',
});

/** One request. */
export const requestRouteRef = createSubRouteRef({
  id: 'escape-hatch.request',
  parent: rootRouteRef,
  path: '/:requestId',
});

/** The tab of a group. */
export const groupTabRouteRef = createRouteRef({ id: 'escape-hatch.group' });

/**
 * The page as entity cards and tabs see it: optional, so that they go without its links, instead of failing, in a
 * host that has not mounted the page.
 */
export const pageRouteRef = createExternalRouteRef({
  id: 'escape-hatch.page',
  optional: true,
  defaultTarget: 'escape-hatch.root',
});

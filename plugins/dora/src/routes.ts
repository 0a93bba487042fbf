import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the organisation. Both frontend systems accept refs of this kind. */
export const rootRouteRef = createRouteRef({ id: 'dora' });

/** One deployment: did it count, and why. */
export const deploymentRouteRef = createSubRouteRef({
  id: 'dora.deployment',
  parent: rootRouteRef,
  path: '/deployments/:deploymentId',
});

/** One monthly review. */
export const reviewRouteRef = createSubRouteRef({
  id: 'dora.review',
  parent: rootRouteRef,
  path: '/reviews/:reviewId',
});

/** The tab of a component. */
export const componentTabRouteRef = createRouteRef({ id: 'dora.component' });

/** The tab of a group. */
export const groupTabRouteRef = createRouteRef({ id: 'dora.group' });

/**
 * The page as entity tabs see it: optional, so that they go without its links, instead of failing, in a host that
 * has not mounted the page.
 */
export const pageRouteRef = createExternalRouteRef({
  id: 'dora.page',
  optional: true,
  defaultTarget: 'dora.root',
});

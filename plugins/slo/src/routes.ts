import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The entity tab. Both frontend systems accept refs of this kind. */
export const rootRouteRef = createRouteRef({ id: 'slo' });

/**
 * The same tab as the card sees it: optional, so that the card goes without links, instead of failing,
 * in a host that has not mounted the tab.
 */
export const tabRouteRef = createExternalRouteRef({
  id: 'slo.tab',
  optional: true,
  defaultTarget: 'slo.root',
});

/** Form of the template that adds an SLO document to a repository. */
export const addSloRouteRef = createExternalRouteRef({
  id: 'slo.add-slo',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

import { createExternalRouteRef } from '@backstage/core-plugin-api';

/** One escape hatch, by `requestId`; without it the portal has no page for them. */
export const hatchRouteRef = createExternalRouteRef({
  id: 'golden-path.hatch',
  optional: true,
  params: ['requestId'],
  defaultTarget: 'escape-hatch.request',
});

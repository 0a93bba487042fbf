import { createApiRef } from '@backstage/frontend-plugin-api';
import type { GoldenPathApi } from '@golden-path/backstage-plugin-golden-path-common';

/**
 * Access to the golden-path backend.
 *
 * @public
 */
export const goldenPathApiRef = createApiRef<GoldenPathApi>().with({
  id: 'plugin.golden-path.client',
  pluginId: 'golden-path',
});

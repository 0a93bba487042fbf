import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';

/**
 * Access to the dora backend.
 *
 * @public
 */
export const doraApiRef = createApiRef<DoraApi>().with({
  id: 'plugin.dora.client',
  pluginId: 'dora',
});

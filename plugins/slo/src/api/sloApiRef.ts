import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SloApi } from '@golden-path/backstage-plugin-slo-common';

/**
 * Access to the slo backend.
 *
 * @public
 */
export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo.client',
  pluginId: 'slo',
});

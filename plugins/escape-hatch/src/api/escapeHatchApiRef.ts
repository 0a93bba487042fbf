import { createApiRef } from '@backstage/frontend-plugin-api';
import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';

/**
 * Access to the escape-hatch backend.
 *
 * @public
 */
export const escapeHatchApiRef = createApiRef<EscapeHatchApi>().with({
  id: 'plugin.escape-hatch.client',
  pluginId: 'escape-hatch',
});

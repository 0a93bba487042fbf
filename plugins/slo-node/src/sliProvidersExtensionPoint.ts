import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SliProvider } from './SliProvider';

/**
 * Takes sources of SLI measurements from modules.
 *
 * @public
 */
export interface SliProvidersExtensionPoint {
  /**
   * Adds a source of measurements. The first of the configured sources, or else the first one added, measures
   * every SLO that names no source. A name that is already taken, or `push`, stops the backend from starting.
   */
  addProvider(provider: SliProvider): void;
}

/**
 * Further sources of SLI measurements, beside the Prometheus servers of the configuration.
 *
 * @public
 */
export const sliProvidersExtensionPoint =
  createExtensionPoint<SliProvidersExtensionPoint>({ id: 'slo.sli-providers' });

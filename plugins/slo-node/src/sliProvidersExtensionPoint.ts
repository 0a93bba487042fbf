import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SliProvider } from './SliProvider';

/** @public */
export interface SliProvidersExtensionPoint {
  /**
   * Adds a source of measurements. The first one added, after those of the configuration, measures every SLO
   * that names no source.
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

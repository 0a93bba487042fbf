import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DoraSource } from './DoraSource';

/**
 * Takes sources of delivery events from modules.
 *
 * @public
 */
export interface DoraSourcesExtensionPoint {
  /** Adds a source; an id that is already taken stops the backend from starting. */
  addSource(source: DoraSource): void;
}

/**
 * Extension point of the dora plugin for further sources.
 *
 * @public
 */
export const doraSourcesExtensionPoint =
  createExtensionPoint<DoraSourcesExtensionPoint>({ id: 'dora.sources' });

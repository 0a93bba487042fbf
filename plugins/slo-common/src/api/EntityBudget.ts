import type { Problem } from '../definition/Problem';
import type { SloStatus } from './SloStatus';

/**
 * All that an entity's card shows, in one answer.
 *
 * @public
 */
export interface EntityBudget {
  /** The entity's SLOs, the least budget left first. */
  slos: SloStatus[];
  /** Why there are none: no annotation, a pattern without a file, or no file without an error. */
  reason: null | 'no-annotation' | 'no-match' | 'all-broken';
  /** Errors and warnings of the entity's documents. */
  problems: Problem[];
  /** The annotation's value, where there is one. */
  annotation?: string;
  /** Where documents were looked for. */
  lookedIn?: string;
}

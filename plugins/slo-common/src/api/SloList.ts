import type { PolicyEffect } from '../definition/PolicyThreshold';
import type { DataState } from './DataStatus';
import type { SloStatus } from './SloStatus';

/**
 * One page of SLOs, the least budget left first, SLOs without data last.
 *
 * @public
 */
export interface SloList {
  /** SLOs of this page. */
  items: SloStatus[];
  /** Cursor of the next page; absent on the last one. */
  nextCursor?: string;
  /** Numbers of SLOs over all pages. */
  totals: {
    byState: Record<DataState, number>;
    /** By what the policy asks for now; `none` where no step of it holds. */
    byEffect: Record<PolicyEffect | 'none', number>;
    /** SLOs with at least one firing alert. */
    firing: number;
  };
}

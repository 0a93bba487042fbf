import type { EscapeHatchRequest } from './EscapeHatchRequest';

/**
 * A request that waits for the caller.
 *
 * @public
 */
export interface InboxItem extends EscapeHatchRequest {
  /** Since when, RFC 3339. */
  waitingSince: string;
  /**
   * - `approve`: the caller may decide the current stage
   * - `review`: its quarterly review is due and the caller may do it
   * - `stalled`: nobody may approve, and the caller is an admin
   * - `confirm`: the caller's group has become its owner
   * - `changes`: changes were requested from the caller
   * - `expiring`: the caller's team's hatch ends within 14 days
   */
  why: 'approve' | 'review' | 'stalled' | 'confirm' | 'changes' | 'expiring';
  /** Whole working days that it has waited. */
  workingDays: number;
}

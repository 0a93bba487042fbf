/**
 * What a policy asks for: tell people, review before feature releases, or stop feature releases.
 *
 * @public
 */
export type PolicyEffect = 'notify' | 'review' | 'freeze';

/**
 * One step of an error budget policy.
 *
 * @public
 */
export interface PolicyThreshold {
  /** Consumed fraction of the budget above which the action holds: 0.5 is half the budget. */
  threshold: number;
  /** The demand, shown verbatim. */
  action: string;
  /** What the demand amounts to. */
  effect: PolicyEffect;
}

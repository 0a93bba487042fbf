/**
 * What one rule asks for: any of the values in one place.
 *
 * @public
 */
export interface RequestCriterion {
  /** The requester, an owner of the entity, or an approver of any stage, those who step in included. */
  column: 'requester' | 'owner' | 'approver';
  /** Full, lower-case refs of users and groups. */
  values: string[];
}

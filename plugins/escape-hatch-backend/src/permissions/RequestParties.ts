import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';

/**
 * Who has to do with a request: what rules of permissions decide by.
 *
 * @public
 */
export interface RequestParties {
  /** Of the request. */
  id: string;
  /** Full, lower-case ref of the user. */
  requester: string;
  /** Users and groups that own the entity. */
  owners: string[];
  /** As they were when it was submitted; none of a draft. `owner` stands for the owners. */
  stages: Pick<RuleStage, 'approvers' | 'fallback'>[];
}

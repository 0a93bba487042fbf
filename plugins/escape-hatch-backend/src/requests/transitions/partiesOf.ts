import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../HatchRecord';

/** A user or group that has to do with a request. */
export interface Party {
  role: 'requester' | 'owner' | 'approver' | 'final' | 'waiting';
  ref: string;
}

/**
 * Who has to do with a request: who asked for it, its owners, the approvers of all its stages and of the last one, and
 * those that it waits for, who are approvers as well where they take the place of others.
 */
export function partiesOf(
  record: Pick<HatchRecord, 'requester' | 'owners' | 'stages'>,
  waiting: string[],
): Party[] {
  const approversOf = (stages: RuleStage[]) =>
    stages
      .flatMap(stage => [...stage.approvers, ...stage.fallback])
      .flatMap(ref => (ref === 'owner' ? record.owners : [ref]));
  const as = (role: Party['role'], refs: string[]) =>
    [...new Set(refs)].map(ref => ({ role, ref }));
  return [
    ...as('requester', [record.requester]),
    ...as('owner', record.owners),
    ...as('approver', [...approversOf(record.stages), ...waiting]),
    ...as('final', approversOf(record.stages.slice(-1))),
    ...as('waiting', waiting),
  ];
}

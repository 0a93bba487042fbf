import type {
  RequestStage,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { ResolvedStage } from '../approvers/ApproverResolver';
import { toInstant } from '../database/instants';
import type { HatchRecord } from '../requests/HatchRecord';
import { candidatesOf } from './candidatesOf';

/** Stages as the API gives them. */
export function presentStages(options: {
  record: Pick<HatchRecord, 'requester' | 'editors' | 'approvals'>;
  stages: RuleStage[];
  /** In the same order. */
  resolved: ResolvedStage[];
  withCandidates: boolean;
}): RequestStage[] {
  const { record, stages, resolved, withCandidates } = options;
  const titles = stages.map(({ title }) => title);
  return stages.map(({ id, title }, index) => {
    const { users, resolvedFrom, fallback } = resolved[index];
    const approval = record.approvals.find(({ stage }) => stage === index);
    return {
      id,
      title,
      approvers: [...users.keys()].sort(),
      resolvedFrom,
      fallback,
      ...(approval && {
        decision: {
          by: approval.approver,
          at: toInstant(approval.at),
          outcome: 'approved',
          comment: approval.comment,
          resolvedFrom: approval.resolvedFrom,
          reason: approval.reason,
        },
      }),
      ...(withCandidates && {
        candidates: candidatesOf({ record, titles, stage: index, users }),
      }),
    };
  });
}

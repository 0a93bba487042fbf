import type { HatchRecord } from '../HatchRecord';

/** What bars a person from deciding a request, whatever group the person is in. */
export type DecisionBar =
  | { by: 'requester' }
  | { by: 'editor' }
  | { by: 'approval'; stage: number };

/**
 * Four eyes: neither the requester, nor anybody who ever edited the request, nor the approver of another stage
 * decides it.
 *
 * @param stage - index of the stage that waits
 */
export function decisionBar(
  record: Pick<HatchRecord, 'requester' | 'editors' | 'approvals'>,
  userRef: string,
  stage: number | null,
): DecisionBar | undefined {
  if (record.requester === userRef) {
    return { by: 'requester' };
  }
  if (record.editors.includes(userRef)) {
    return { by: 'editor' };
  }
  const approval = record.approvals.find(
    ({ approver, stage: approved }) =>
      approver === userRef && approved !== stage,
  );
  return approval && { by: 'approval', stage: approval.stage };
}

import { parseEntityRef } from '@backstage/catalog-model';
import type { StageCandidate } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../requests/HatchRecord';
import {
  decisionBar,
  type DecisionBar,
} from '../requests/standing/decisionBar';

/** Everybody in a stage's resolved set, by name, with who may decide it and why. */
export function candidatesOf(options: {
  record: Pick<HatchRecord, 'requester' | 'editors' | 'approvals'>;
  /** Titles of all stages. */
  titles: string[];
  /** Index of the stage. */
  stage: number;
  /** By user: the group or user by which it is there. */
  users: Map<string, string>;
}): StageCandidate[] {
  const { record, titles, stage, users } = options;
  return [...users]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([ref, by]) => {
      const bar = decisionBar(record, ref, stage);
      return bar
        ? { ref, eligible: false, reason: describe(bar, titles) }
        : {
            ref,
            eligible: true,
            reason:
              by === ref
                ? 'Named as an approver, and had no part in this request.'
                : `Member of ${nameOf(by)}, and had no part in this request.`,
          };
    });
}

function describe(bar: DecisionBar, titles: string[]): string {
  switch (bar.by) {
    case 'requester':
      return 'Asked for it.';
    case 'editor':
      return 'Edited it.';
    default:
      return `Approved stage ${titles[bar.stage]}.`;
  }
}

function nameOf(ref: string): string {
  const { namespace, name } = parseEntityRef(ref);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

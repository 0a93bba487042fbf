import type {
  RequestContent,
  RequestStatus,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/** An approval that binds the current content. */
export interface StageApproval {
  /** Index of the stage. */
  stage: number;
  approver: string;
  /** ms */
  at: number;
  comment?: string;
  /** The resolved set when it was decided. */
  resolvedFrom: string[];
  /** Why this person might decide. */
  reason: string;
}

/** A request as stored. Instants are ms since the epoch; people, groups and entities full lower-case refs. */
export interface HatchRecord {
  id: string;
  number: number;
  version: number;
  status: RequestStatus;
  entityRef: string;
  entityUid: string;
  owners: string[];
  requester: string;
  editors: string[];
  /** `startsAt` and `expiresAt` as instants. */
  content: RequestContent;
  startsAt: number | null;
  expiresAt: number;
  /** As they were when it was submitted; empty of a draft. */
  stages: RuleStage[];
  /** Index of the stage that waits. */
  stage: number | null;
  approvals: StageApproval[];
  createdAt: number;
  updatedAt: number;
  submittedAt: number | null;
  waitingSince: number | null;
  approvedAt: number | null;
  activeFrom: number | null;
  reviewedAt: number | null;
  endedAt: number | null;
  lastUsedAt: number | null;
  renewalOf: string | null;
  supersededBy: string | null;
  chainLength: number;
  chainSince: number | null;
  ownerChangedAt: number | null;
  absentSince: number | null;
}

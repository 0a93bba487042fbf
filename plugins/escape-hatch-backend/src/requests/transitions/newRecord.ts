import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { randomUUID } from 'node:crypto';
import type { HatchEntity } from '../../entities/EntityReader';
import type { HatchRecord } from '../HatchRecord';

/** The number of a request that is not written yet. */
const UNNUMBERED = 0;

/** A draft, as its first version; its number comes with the transaction that writes it. */
export function newRecord(options: {
  entity: HatchEntity;
  content: RequestContent;
  requester: string;
  renewed?: HatchRecord;
  /** ms */
  now: number;
}): HatchRecord {
  const { entity, content, requester, renewed, now } = options;
  return {
    id: randomUUID(),
    number: UNNUMBERED,
    version: 1,
    status: 'draft',
    entityRef: entity.entityRef,
    entityUid: entity.uid,
    owners: entity.owners,
    requester,
    editors: [requester],
    content,
    startsAt: content.startsAt ? Date.parse(content.startsAt) : null,
    expiresAt: Date.parse(content.expiresAt),
    stages: [],
    stage: null,
    approvals: [],
    createdAt: now,
    updatedAt: now,
    submittedAt: null,
    waitingSince: null,
    approvedAt: null,
    activeFrom: null,
    reviewedAt: null,
    endedAt: null,
    lastUsedAt: null,
    renewalOf: renewed?.id ?? null,
    supersededBy: null,
    chainLength: renewed ? renewed.chainLength + 1 : 1,
    chainSince: renewed ? renewed.chainSince ?? renewed.activeFrom : null,
    ownerChangedAt: null,
    absentSince: null,
  };
}

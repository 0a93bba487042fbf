import type { HatchRecord } from '../requests/HatchRecord';

const NOON = Date.parse('2026-11-24T12:00:00Z');

/** A request that was submitted on Tuesday, 24 November 2026, at noon, with what the test says of it. */
export function hatchRecord(changes: Partial<HatchRecord> = {}): HatchRecord {
  const expiresAt = changes.expiresAt ?? Date.parse('2027-02-25T00:00:00Z');
  return {
    id: 'hatch-1',
    number: 14,
    version: 2,
    status: 'submitted',
    entityRef: 'component:default/special-ml-workload',
    entityUid: 'uid-of-special-ml-workload',
    owners: ['group:default/ml-team'],
    requester: 'user:default/cleo',
    editors: ['user:default/cleo'],
    content: {
      rules: ['privileged-container'],
      justification:
        'GPU workloads require privileged container access for CUDA driver initialization',
      riskAssessment: 'Sandboxed to a dedicated node pool',
      mitigations: 'Dedicated namespace',
      riskLevel: 'high',
      category: 'mitigated',
      expiresAt: new Date(expiresAt).toISOString(),
    },
    startsAt: null,
    expiresAt,
    stages: [
      {
        id: 'platform',
        title: 'Platform',
        approvers: ['group:default/platform-team'],
        fallback: [],
      },
    ],
    stage: 0,
    approvals: [],
    createdAt: NOON,
    updatedAt: NOON,
    submittedAt: NOON,
    waitingSince: NOON,
    approvedAt: null,
    activeFrom: null,
    reviewedAt: null,
    endedAt: null,
    lastUsedAt: null,
    renewalOf: null,
    supersededBy: null,
    chainLength: 1,
    chainSince: null,
    ownerChangedAt: null,
    absentSince: null,
    ...changes,
  };
}

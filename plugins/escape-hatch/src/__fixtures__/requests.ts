import { requestOf, stageOf } from './requestOf';

/** The seed's own request, one approval further than in the inbox: it waits for security. */
export const cudaDriver = requestOf({
  number: 14,
  version: 8,
  entityRef: 'component:default/special-ml-workload',
  entityUid: 'uid-special-ml-workload',
  owners: ['group:default/ml-team'],
  requester: 'user:default/ml-engineer',
  rules: ['privileged-container'],
  justification:
    'GPU workloads require privileged container access for CUDA driver initialization',
  riskAssessment:
    'Sandboxed to dedicated node pool with taint ml-workload=true',
  mitigations:
    'Dedicated namespace ml-gpu, network policy unchanged, image scanning unchanged',
  riskLevel: 'high',
  // End of Monday 15 February 2027.
  expiresAt: '2027-02-16T00:00:00Z',
  stages: [stageOf('owner'), stageOf('platform'), stageOf('security')],
  currentStage: 'security',
  waitingSince: '2026-11-19T16:02:00Z',
  target: {
    cluster: 'prod-eu-1',
    namespace: 'ml-gpu',
    kind: 'Deployment',
    name: 'special-ml-workload',
    environments: ['production', 'staging'],
  },
});

/** Runs out on Sunday 29 November. */
export const resourceLimits = requestOf({
  number: 11,
  status: 'approved',
  phase: 'active',
  entityRef: 'component:default/special-ml-workload',
  owners: ['group:default/ml-team'],
  rules: ['resource-limits'],
  currentStage: null,
  waitingSince: undefined,
  approvedAt: '2026-09-01T10:00:00Z',
  activeFrom: '2026-09-01T10:00:00Z',
  expiresAt: '2026-11-30T00:00:00Z',
  daysLeft: 6,
  lastUsedAt: '2026-11-23T11:20:00Z',
  allowedActions: ['revoke', 'renew'],
});

/** Never used. */
export const readOnlyRoot = requestOf({
  number: 8,
  status: 'approved',
  phase: 'active',
  entityRef: 'component:default/special-ml-workload',
  owners: ['group:default/ml-team'],
  currentStage: null,
  waitingSince: undefined,
  approvedAt: '2026-10-14T10:00:00Z',
  activeFrom: '2026-10-14T10:00:00Z',
  expiresAt: '2027-01-15T00:00:00Z',
  daysLeft: 52,
  allowedActions: ['revoke'],
});

/** Ended on Wednesday 11 November. */
export const probes = requestOf({
  number: 3,
  status: 'approved',
  phase: 'expired',
  entityRef: 'component:default/special-ml-workload',
  owners: ['group:default/ml-team'],
  rules: ['probes'],
  currentStage: null,
  waitingSince: undefined,
  approvedAt: '2026-08-12T10:00:00Z',
  activeFrom: '2026-08-12T10:00:00Z',
  expiresAt: '2026-11-12T00:00:00Z',
  lastUsedAt: '2026-11-09T17:41:00Z',
});

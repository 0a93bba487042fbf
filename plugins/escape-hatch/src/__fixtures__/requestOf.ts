import type {
  EscapeHatchRequest,
  RequestStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/** A stage as lists answer it. */
export function stageOf(
  id: 'owner' | 'platform' | 'security',
  approvers: string[] = [`user:default/${id}-lead`],
): RequestStage {
  const title = { owner: 'Owner', platform: 'Platform', security: 'Security' }[
    id
  ];
  return {
    id,
    title,
    approvers,
    resolvedFrom: [`group:default/${id}-team`],
    fallback: false,
  };
}

/** A low-risk request of the publishing team that waits for its one approval. */
export function requestOf(
  overrides: Partial<EscapeHatchRequest> & { number: number },
): EscapeHatchRequest {
  return {
    id: `request-${overrides.number}`,
    version: 2,
    status: 'submitted',
    phase: 'submitted',
    flags: [],
    entityRef: 'component:default/smart-answers',
    entityUid: 'uid-smart-answers',
    owners: ['group:default/publishing-team'],
    requester: 'user:default/publishing-engineer',
    rules: ['read-only-root'],
    justification: 'The cache of the templates is written beside them.',
    riskAssessment: 'A process can change what it serves.',
    mitigations: 'The volume is emptied with each start.',
    riskLevel: 'low',
    category: 'mitigated',
    // End of Sunday 31 January 2027 in London.
    expiresAt: '2027-02-01T00:00:00Z',
    stages: [stageOf('platform')],
    currentStage: 'platform',
    waitingSince: '2026-11-20T10:00:00Z',
    allowedActions: [],
    denied: {},
    createdAt: '2026-11-20T09:55:00Z',
    submittedAt: '2026-11-20T10:00:00Z',
    latestExpiry: '2027-02-24T00:00:00Z',
    chainLength: 1,
    consumers: [],
    timeZone: 'Europe/London',
    ...overrides,
  };
}

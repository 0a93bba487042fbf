import type {
  EscapeHatchRequest,
  RequestVersion,
  RuleInUse,
  TimelineEntry,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { cudaDriver } from './requests';

const user = (name: string) => `user:default/${name}`;
const group = (name: string) => `group:default/${name}`;

/** The first wording, before the platform team asked for the namespace. */
const firstContent = {
  ...cudaDriver,
  mitigations:
    'Dedicated namespace, network policy unchanged, image scanning unchanged',
  target: { ...cudaDriver.target, namespace: undefined },
};

/** Twice submitted and twice approved, oldest first. */
export const timeline: TimelineEntry[] = [
  {
    at: '2026-11-16T10:12:00Z',
    actor: user('ml-engineer'),
    action: 'create',
    version: 1,
  },
  {
    at: '2026-11-16T10:20:00Z',
    actor: user('ml-engineer'),
    action: 'submit',
    version: 2,
  },
  {
    at: '2026-11-17T09:05:00Z',
    actor: user('ml-lead'),
    action: 'approve',
    version: 3,
    stage: 'owner',
  },
  {
    at: '2026-11-17T14:31:00Z',
    actor: user('platform-lead'),
    action: 'request-changes',
    version: 4,
    comment: 'Limit it to the GPU namespace.',
    cleared: 1,
  },
  {
    at: '2026-11-18T09:40:00Z',
    actor: user('ml-engineer'),
    action: 'edit',
    version: 5,
    changed: ['mitigations', 'target.namespace'],
  },
  {
    at: '2026-11-18T09:41:00Z',
    actor: user('ml-engineer'),
    action: 'submit',
    version: 6,
  },
  {
    at: '2026-11-18T11:15:00Z',
    actor: user('ml-lead'),
    action: 'approve',
    version: 7,
    stage: 'owner',
  },
  {
    at: '2026-11-19T16:02:00Z',
    actor: user('platform-lead'),
    action: 'approve',
    version: 8,
    stage: 'platform',
    comment: 'Node pool and namespace checked.',
  },
];

/** The seed's own request as security-reviewer sees it: the last of three stages waits. */
export const deciding: EscapeHatchRequest = {
  ...cudaDriver,
  stages: [
    {
      id: 'owner',
      title: 'Owner',
      approvers: [user('ml-engineer'), user('ml-lead')],
      resolvedFrom: [group('ml-team')],
      fallback: false,
      decision: {
        by: user('ml-lead'),
        at: '2026-11-18T11:15:00Z',
        outcome: 'approved',
        resolvedFrom: [user('ml-engineer'), user('ml-lead')],
        reason: 'Member of ml-team, and had no part in this request.',
      },
    },
    {
      id: 'platform',
      title: 'Platform',
      approvers: [user('platform-engineer'), user('platform-lead')],
      resolvedFrom: [group('platform-team')],
      fallback: false,
      decision: {
        by: user('platform-lead'),
        at: '2026-11-19T16:02:00Z',
        outcome: 'approved',
        comment: 'Node pool and namespace checked.',
        resolvedFrom: [user('platform-engineer'), user('platform-lead')],
        reason: 'Member of platform-team, and had no part in this request.',
      },
    },
    {
      id: 'security',
      title: 'Security',
      approvers: [user('platform-lead'), user('security-reviewer')],
      resolvedFrom: [group('security-team')],
      fallback: false,
      candidates: [
        {
          ref: user('platform-lead'),
          eligible: false,
          reason: 'Approved stage Platform.',
        },
        {
          ref: user('security-reviewer'),
          eligible: true,
          reason: 'Member of security-team, and had no part in this request.',
        },
      ],
    },
  ],
  allowedActions: ['approve', 'request-changes', 'reject'],
  lapsesAt: '2026-12-30T09:41:00Z',
  timeline,
  consumers: [
    { id: 'opa', carries: true, message: 'OPA bundle' },
    {
      id: 'gatekeeper',
      carries: true,
      message: 'Gatekeeper: namespace ml-gpu',
    },
    {
      id: 'trivy',
      carries: false,
      message: 'Not in Trivy: no vulnerability is named',
    },
  ],
  issueUrl: 'https://github.com/acme/platform/issues/41',
};

/** What each version said. */
export const versions: RequestVersion[] = timeline.map(
  ({ version, at, actor, action }) => ({
    version,
    at,
    actor,
    action,
    content: version < 5 ? firstContent : cudaDriver,
  }),
);

/** The rules that the requests are about. */
export const rules: RuleInUse[] = [
  {
    id: 'privileged-container',
    title: 'No privileged containers',
    description: 'A privileged container has all that its node has.',
    waivable: true,
    maxDays: 92,
    aliases: [],
    stages: { low: [], medium: [], high: [] },
    policies: {
      gatekeeper: ['K8sPSPPrivilegedContainer'],
      kyverno: [
        {
          policy: 'disallow-privileged-containers',
          rules: ['privileged-containers'],
        },
      ],
    },
    vulnerabilities: false,
    inUse: { active: 1, owners: 1 },
  },
  {
    id: 'default-deny-network',
    title: 'Network closed by default',
    description: 'A namespace lets nothing in.',
    waivable: false,
    maxDays: 92,
    aliases: [],
    stages: { low: [], medium: [], high: [] },
    policies: { gatekeeper: [], kyverno: [] },
    vulnerabilities: false,
    inUse: { active: 0, owners: 0 },
  },
  {
    id: 'image-scan-critical',
    title: 'No critical vulnerabilities in images',
    description: 'The pipeline stops at a vulnerability.',
    waivable: true,
    maxDays: 30,
    aliases: [],
    stages: { low: [], medium: [], high: [] },
    policies: { gatekeeper: [], kyverno: [] },
    vulnerabilities: true,
    inUse: { active: 2, owners: 2 },
  },
];

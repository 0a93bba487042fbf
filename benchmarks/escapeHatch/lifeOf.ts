import type {
  RequestStatus,
  RuleStage,
  TransitionAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../../plugins/escape-hatch-backend/src/requests/HatchRecord';
import {
  ADMINS,
  memberRef,
  serviceRef,
  SERVICES,
  teamOf,
  teamRef,
} from './portal';

const DAY = 86_400_000;

const RULES = [
  'privileged-container',
  'probes',
  'read-only-root',
  'resource-limits',
  'slo-required',
];

/** One step of a request's life. */
interface Step {
  action: TransitionAction;
  actor: string;
  to: RequestStatus;
  /** ms */
  at: number;
}

/** A request with all that ever happened to it. */
export interface Life {
  record: HatchRecord;
  steps: Step[];
}

/** Of a hundred requests, by their last digits: how many end how. */
function endOf(index: number): RequestStatus | 'scheduled' | 'expired' {
  const digits = index % 100;
  if (digits < 10) {
    return 'approved';
  }
  if (digits < 14) {
    return 'submitted';
  }
  const [few, many] = [
    ['changes_requested', 'draft', 'scheduled'] as const,
    ['rejected', 'withdrawn', 'lapsed', 'revoked'] as const,
  ];
  return few[digits - 14] ?? many[Math.floor((digits - 60) / 10)] ?? 'expired';
}

/**
 * The life of the request with a number from 0: each service has one of a hundred of each kind, 10 of them active,
 * four waiting (one of these of high risk), most of them long over.
 */
export function lifeOf(
  index: number,
  options: {
    now: number;
    /** By the entity's ref. */
    uids: Map<string, string>;
    stagesOf: (riskLevel: 'medium' | 'high') => RuleStage[];
  },
): Life {
  const { now, uids, stagesOf } = options;
  const service = Math.floor(index / 100) % SERVICES;
  const entityRef = serviceRef(service);
  const end = endOf(index);
  const status = end === 'scheduled' || end === 'expired' ? 'approved' : end;
  // What waits has done so for less than the 30 working days after which it lapses.
  const created =
    now - (isOver(end) ? 120 + (index % 600) : 1 + (index % 40)) * DAY;
  const expiresAt = isOver(end)
    ? created + 90 * DAY
    : now + (2 + (index % 83)) * DAY;
  const requester = memberRef(teamOf(service));
  const riskLevel = index % 100 === 13 ? 'high' : 'medium';
  const steps = stepsOf(status, { created, requester });
  const wasApproved = steps.some(({ action }) => action === 'approve');
  const wasSubmitted = steps.length > 1;
  const at = (action: TransitionAction) =>
    steps.find(step => step.action === action)?.at ?? null;
  const last = steps[steps.length - 1];
  const stages = wasSubmitted ? stagesOf(riskLevel) : [];
  const waits = status === 'submitted' || status === 'changes_requested';
  const record: HatchRecord = {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    number: index + 1,
    version: steps.length,
    status,
    entityRef,
    entityUid: uids.get(entityRef) ?? '',
    owners: [teamRef(teamOf(service))],
    requester,
    editors: [requester],
    content: {
      rules: [RULES[index % RULES.length]],
      justification: `Why request ${index} is needed, in a sentence or two as people write them.`,
      riskAssessment: 'What can go wrong, and how far it would reach.',
      mitigations: 'Node pool, namespace and network policy of its own.',
      riskLevel,
      category: 'mitigated',
      expiresAt: new Date(expiresAt).toISOString(),
      target: { namespace: `namespace-${service}` },
    },
    startsAt: end === 'scheduled' ? now + DAY : null,
    expiresAt,
    stages,
    stage: status === 'submitted' ? 0 : null,
    approvals: wasApproved
      ? [
          {
            stage: 0,
            approver: `user:default/${ADMINS[0]}`,
            at: at('approve') ?? created,
            resolvedFrom: ADMINS.map(name => `user:default/${name}`),
            reason: 'Member of platform-team.',
          },
        ]
      : [],
    createdAt: created,
    updatedAt: last.at,
    submittedAt: at('submit'),
    waitingSince: waits ? last.at : null,
    approvedAt: at('approve'),
    activeFrom: wasApproved
      ? Math.max(at('approve') ?? 0, end === 'scheduled' ? now + DAY : 0)
      : null,
    reviewedAt: null,
    endedAt: isOver(end) && end !== 'expired' ? last.at : null,
    lastUsedAt: null,
    renewalOf: null,
    supersededBy: null,
    chainLength: 1,
    chainSince: null,
    ownerChangedAt: null,
    absentSince: null,
  };
  return { record, steps };
}

function isOver(end: ReturnType<typeof endOf>): boolean {
  return ![
    'approved',
    'scheduled',
    'submitted',
    'changes_requested',
    'draft',
  ].includes(end);
}

function stepsOf(
  status: RequestStatus,
  { created, requester }: { created: number; requester: string },
): Step[] {
  const admin = `user:default/${ADMINS[0]}`;
  const [create, submit, approve] = [
    { action: 'create', actor: requester, to: 'draft', at: created },
    { action: 'submit', actor: requester, to: 'submitted', at: created + 1 },
    { action: 'approve', actor: admin, to: 'approved', at: created + 2 },
  ] as const;
  const ended = (
    action: TransitionAction,
    actor: string,
    to: RequestStatus,
  ): Step => ({ action, actor, to, at: created + 3 });
  switch (status) {
    case 'draft':
      return [create];
    case 'submitted':
      return [create, submit];
    case 'changes_requested':
      return [create, submit, ended('request-changes', admin, status)];
    case 'rejected':
      return [create, submit, ended('reject', admin, status)];
    case 'withdrawn':
      return [create, submit, ended('withdraw', requester, status)];
    case 'lapsed':
      return [create, submit, ended('lapse', 'portal', status)];
    case 'revoked':
      return [create, submit, approve, ended('revoke', admin, status)];
    default:
      return [create, submit, approve];
  }
}

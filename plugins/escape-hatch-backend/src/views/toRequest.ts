import {
  phaseOf,
  type EscapeHatchRequest,
  type RequestStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../database/instants';
import { capOf } from '../requests/content/capOf';
import type { HatchRecord } from '../requests/HatchRecord';
import { suspendedFrom } from '../requests/suspendedFrom';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import { lapsesAt } from '../time/lapsesAt';
import { consumersOf } from './consumersOf';
import { flagsOf } from './flagsOf';
import { honouredUntil } from './honouredUntil';
import { reviewDueAt } from './reviewDueAt';

const DAY = 86_400_000;

/** What is read beside a record. */
export interface RequestSurroundings {
  stages: RequestStage[];
  /** Nobody may approve its current stage. */
  stalled: boolean;
  may: Pick<EscapeHatchRequest, 'allowedActions' | 'denied'>;
  /** Numbers of the requests that it is linked with, by id. */
  numbers: Map<string, number>;
  issueUrl?: string;
  timeline?: EscapeHatchRequest['timeline'];
}

/** A record as the API gives it, at `now` (ms). */
export function toRequest(
  record: HatchRecord,
  around: RequestSurroundings,
  options: { settings: EscapeHatchSettings; now: number },
): EscapeHatchRequest {
  const { settings, now } = options;
  const { stages, may, numbers } = around;
  const { timeZone } = settings;
  const rules = record.content.rules.flatMap(
    id => resolveRule(settings, id) ?? [],
  );
  const link = (id: string | null) => {
    const number = id === null ? undefined : numbers.get(id);
    return id !== null && number !== undefined ? { id, number } : undefined;
  };
  return {
    ...record.content,
    id: record.id,
    number: record.number,
    version: record.version,
    status: record.status,
    phase: phaseOf(record, now),
    flags: flagsOf(record, { settings, now, stalled: around.stalled }),
    entityRef: record.entityRef,
    entityUid: record.entityUid,
    owners: record.owners,
    requester: record.requester,
    stages,
    currentStage: record.stage === null ? null : record.stages[record.stage].id,
    ...may,
    timeline: around.timeline,
    latestExpiry: toInstant(
      capOf({
        content: record.content,
        settings,
        now: record.activeFrom ?? now,
      })?.end ?? record.expiresAt,
    ),
    renewalOf: link(record.renewalOf),
    chainLength: record.chainLength,
    supersededBy: link(record.supersededBy),
    consumers: consumersOf({
      content: record.content,
      rules,
      expiresAt: record.expiresAt,
      timeZone,
    }),
    timeZone,
    ...timesOf(record, options),
    issueUrl: around.issueUrl,
  };
}

function timesOf(
  record: HatchRecord,
  options: { settings: EscapeHatchSettings; now: number },
) {
  const { settings, now } = options;
  const phase = phaseOf(record, now);
  const revokedAt = record.status === 'revoked' ? record.endedAt : null;
  const isPending = phase === 'submitted' || phase === 'changes_requested';
  const runs = phase === 'active' || phase === 'scheduled';
  return {
    createdAt: toInstant(record.createdAt),
    waitingSince: optional(isPending ? record.waitingSince : null),
    submittedAt: optional(record.submittedAt),
    approvedAt: optional(record.approvedAt),
    activeFrom: optional(record.activeFrom),
    lastUsedAt: optional(record.lastUsedAt),
    daysLeft: runs ? Math.floor((record.expiresAt - now) / DAY) : undefined,
    lapsesAt: optional(lapsesAt(record, settings)),
    reviewDueAt: optional(runs ? reviewDueAt(record, settings) : null),
    confirmBy: optional(runs ? suspendedFrom(record, settings) : null),
    revokedAt: optional(revokedAt),
    honouredUntil: optional(
      revokedAt === null
        ? null
        : honouredUntil({ ...record, revokedAt, lease: settings.lease }),
    ),
  };
}

function optional(ms: number | null | undefined): string | undefined {
  return ms === null || ms === undefined ? undefined : toInstant(ms);
}

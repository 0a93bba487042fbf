import type { HatchRecord } from '../requests/HatchRecord';
import type { Transition } from '../requests/transitions/Transition';
import { dayOf } from '../time/dayOf';
import type { EscapeHatchSettings } from '../settings';
import { nameRequest } from './nameRequest';
import type { Notice } from './Notice';

/** What a transition tells people, and whom. */
export type TransitionNotice = Pick<
  Notice,
  'recipients' | 'title' | 'description' | 'severity' | 'topic'
>;

type NoticeSettings = Pick<
  EscapeHatchSettings,
  'timeZone' | 'confirmDays' | 'lapseWorkingDays'
>;

/**
 * Who is told what of a transition: those who have to decide next, and of an end the requester and the owners. Moves
 * that need nobody tell nobody.
 */
export function transitionNotices(
  transition: Pick<Transition, 'after' | 'action' | 'waiting' | 'details'>,
  settings: NoticeSettings,
): TransitionNotice[] {
  const { after, action, waiting, details } = transition;
  const said = details.comment ? ` “${shorten(details.comment)}”` : '';
  switch (action) {
    case 'submit':
    case 'edit':
      return after.status === 'submitted'
        ? [askApprovers(after, waiting, action)]
        : [];
    case 'approve':
      return after.status === 'submitted'
        ? [askApprovers(after, waiting, action)]
        : [tellAll(after, 'approved', `${activeTime(after, settings)}${said}`)];
    case 'request-changes':
      return [
        {
          recipients: [after.requester],
          title: `Changes requested: ${nameRequest(after)}`,
          description: `Edit the request and submit it again.${said}`,
          severity: 'normal',
          topic: 'escape-hatch-changes-requested',
        },
      ];
    case 'reject':
      return [
        tellAll(after, 'rejected', `It cannot be changed any more.${said}`),
      ];
    case 'withdraw':
      return after.submittedAt === null
        ? []
        : [
            {
              ...tellAll(
                after,
                'withdrawn',
                `Nobody needs to decide it.${said}`,
              ),
              recipients: [after.requester],
            },
          ];
    case 'revoke':
      return [
        {
          ...tellAll(after, 'revoked', `The rules hold again.${said}`),
          severity: 'high',
        },
      ];
    case 'review':
      return [
        tellAll(
          after,
          'reviewed',
          `${
            details.outcome === 'shorten' ? 'It was shortened' : 'It was kept'
          }: ${endTime(after, settings)}${said}`,
        ),
      ];
    case 'lapse':
      return [
        tellAll(
          after,
          'lapsed',
          `Nobody decided it in ${settings.lapseWorkingDays} working days. Ask again if it is still needed.`,
        ),
      ];
    case 'entity-removed':
      return [
        {
          ...tellAll(
            after,
            'revoked',
            `${after.entityRef} is not in the catalog any more. One that is registered again under this name does not inherit it.`,
          ),
          severity: 'high',
        },
      ];
    case 'owner-changed':
      return [
        {
          recipients: [after.requester, ...after.owners],
          title: `New owner, please confirm: ${nameRequest(after)}`,
          description: `${after.entityRef} has another owner. The escape hatch goes on, but is suspended unless the new owner confirms it within ${settings.confirmDays} days.`,
          severity: 'high',
          topic: 'escape-hatch-owner-changed',
        },
      ];
    default:
      return [];
  }
}

function askApprovers(
  record: HatchRecord,
  waiting: string[],
  action: 'submit' | 'edit' | 'approve',
): TransitionNotice {
  const stage = record.stages[record.stage ?? 0];
  const cause = {
    submit: 'It was submitted.',
    edit: 'It was edited, so that earlier approvals do not count any more.',
    approve: 'The stage before has approved it.',
  }[action];
  return {
    recipients: waiting,
    title: `Waits for your approval: ${nameRequest(record)}`,
    description: `${cause} Stage ${stage.title}, ${record.content.riskLevel} risk.`,
    severity: 'normal',
    topic: 'escape-hatch-approval',
  };
}

function tellAll(
  record: HatchRecord,
  outcome: string,
  description: string,
): TransitionNotice {
  return {
    recipients: [record.requester, ...record.owners],
    title: `Escape hatch ${outcome}: ${nameRequest(record)}`,
    description,
    severity: 'normal',
    topic: `escape-hatch-${outcome}`,
  };
}

function activeTime(record: HatchRecord, settings: NoticeSettings): string {
  const { activeFrom, approvedAt } = record;
  const begin =
    activeFrom !== null && approvedAt !== null && activeFrom > approvedAt
      ? `It counts from ${dayOf(activeFrom, settings.timeZone)} on`
      : 'It counts from now on';
  return `${begin}; ${endTime(record, settings)}`;
}

/** The end is exclusive: the last day is that of the instant before. */
function endTime(record: HatchRecord, { timeZone }: NoticeSettings): string {
  return `its last day is ${dayOf(record.expiresAt - 1, timeZone)}.`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

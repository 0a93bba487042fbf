import type { OutboxMessage } from '../outbox/OutboxMessage';
import { PORTAL, type Transition } from '../requests/transitions/Transition';
import type { EscapeHatchSettings } from '../settings';
import { noticeMessage } from './noticeMessage';
import { stalledMessage } from './stalledMessage';
import { transitionNotices } from './transitionNotices';

/**
 * All that others are to be told of a transition, for the outbox in its transaction: people, the issue that mirrors
 * the request, and, of what the portal does by itself, the audit log. What people do is told to the audit log by the
 * routes.
 */
export function transitionMessages(
  transition: Pick<
    Transition,
    'after' | 'action' | 'actor' | 'waiting' | 'stalled' | 'details'
  >,
  settings: Pick<
    EscapeHatchSettings,
    | 'timeZone'
    | 'confirmDays'
    | 'lapseWorkingDays'
    | 'issuesRepository'
    | 'adminGroup'
    | 'securityGroup'
  >,
): OutboxMessage[] {
  const { after: record, action, actor } = transition;
  const { id, version, status, number } = record;
  const messages = transitionNotices(transition, settings)
    .filter(({ recipients }) => recipients.length > 0)
    .map(notice =>
      noticeMessage({
        record,
        occasion: `${version}:${notice.topic}`,
        notice: {
          ...notice,
          ...(actor !== PORTAL && { exclude: actor }),
        },
      }),
    );
  if (transition.stalled) {
    messages.push(stalledMessage(record, settings));
  }
  if (settings.issuesRepository && record.submittedAt !== null) {
    messages.push({
      kind: 'issue',
      requestId: id,
      key: `${id}:${version}:issue`,
      payload: {},
    });
  }
  if (actor === PORTAL) {
    messages.push({
      kind: 'audit-log',
      requestId: id,
      key: `${id}:${version}:audit-log`,
      payload: {
        eventId: `request-${action}`,
        meta: { by: PORTAL, request: id, number, version, status },
      },
    });
  }
  return messages;
}

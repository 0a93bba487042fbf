import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import type { EscapeHatchSettings } from '../settings';
import { nameRequest } from './nameRequest';
import { noticeMessage } from './noticeMessage';

/** Tells the admins, once per version, that a request waits and nobody may decide it. */
export function stalledMessage(
  record: HatchRecord,
  settings: Pick<EscapeHatchSettings, 'adminGroup' | 'securityGroup'>,
): OutboxMessage {
  const { title } = record.stages[record.stage ?? 0];
  return noticeMessage({
    record,
    occasion: `stalled:${record.version}`,
    notice: {
      recipients: [settings.adminGroup, settings.securityGroup],
      title: `Nobody may approve: ${nameRequest(record)}`,
      description: `Everybody who may decide stage ${title} asked for it, edited it or approved another stage, or there is nobody. It is never approved by itself: add somebody to the group.`,
      severity: 'high',
      topic: 'escape-hatch-stalled',
    },
  });
}

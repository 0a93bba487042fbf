import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import type { Notice } from './Notice';

/**
 * A notice about a request as a message for the outbox.
 *
 * @param options.occasion - what it is sent for, once per request: `reminder:5` and the like
 */
export function noticeMessage(options: {
  record: Pick<HatchRecord, 'id'>;
  occasion: string;
  notice: Omit<Notice, 'link'>;
}): OutboxMessage {
  const { record, occasion, notice } = options;
  const payload: Notice = {
    ...notice,
    recipients: [...new Set(notice.recipients)],
    link: `/escape-hatches/${encodeURIComponent(record.id)}`,
  };
  return {
    kind: 'notification',
    requestId: record.id,
    key: `${record.id}:${occasion}`,
    payload,
  };
}

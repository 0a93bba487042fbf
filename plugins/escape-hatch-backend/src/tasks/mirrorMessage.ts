import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import type { EscapeHatchSettings } from '../settings';

/** Has the issue of a request brought up to date after a change that no transition made; none without a repository. */
export function mirrorMessage(options: {
  record: Pick<HatchRecord, 'id'>;
  /** Once per request. */
  occasion: string;
  settings: Pick<EscapeHatchSettings, 'issuesRepository'>;
}): OutboxMessage | undefined {
  const { record, occasion, settings } = options;
  return settings.issuesRepository
    ? {
        kind: 'issue',
        requestId: record.id,
        key: `${record.id}:${occasion}:issue`,
        payload: {},
      }
    : undefined;
}

import type { JsonObject } from '@backstage/types';

/** What kind of receiver a message is for. */
export type OutboxKind = 'notification' | 'issue' | 'audit-log';

/** Something that others are to be told. */
export interface OutboxMessage {
  kind: OutboxKind;
  requestId: string | null;
  /** Makes it once only: a second message with the same key is none. */
  key: string;
  payload: JsonObject;
  /** ms; not before then. Left out: at once. */
  dueAt?: number;
}

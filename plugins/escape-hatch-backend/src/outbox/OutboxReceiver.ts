import type { JsonObject } from '@backstage/types';

/** Takes messages of one kind. */
export interface OutboxReceiver {
  /**
   * Takes a message, perhaps not for the first time: a backend may end between telling and noting that it told.
   *
   * @throws when it could not be told; it is tried again later
   */
  receive(message: {
    key: string;
    requestId: string | null;
    payload: JsonObject;
  }): Promise<void>;
}

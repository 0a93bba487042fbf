import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { OutboxReceiver } from '../outbox/OutboxReceiver';
import type { FiledIssues } from './FiledIssues';
import type { IssueMirror } from './IssueMirror';

const filedSchema = z.object({ filed: z.int() });

/** Takes what the outbox has for the platform repository: requests to be mirrored, and filed issues to be answered. */
export class IssueReceiver implements OutboxReceiver {
  readonly #mirror: IssueMirror;
  readonly #filed: FiledIssues;

  constructor(options: { mirror: IssueMirror; filed: FiledIssues }) {
    this.#mirror = options.mirror;
    this.#filed = options.filed;
  }

  async receive(message: {
    requestId: string | null;
    payload: JsonObject;
  }): Promise<void> {
    const { requestId, payload } = message;
    if (requestId !== null) {
      await this.#mirror.mirror(requestId);
    } else {
      await this.#filed.answer(filedSchema.parse(payload).filed);
    }
  }
}

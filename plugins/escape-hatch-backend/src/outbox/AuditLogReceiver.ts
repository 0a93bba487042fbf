import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { OutboxReceiver } from './OutboxReceiver';

/** Tells the audit log of the host what the portal did by itself. */
export class AuditLogReceiver implements OutboxReceiver {
  readonly #auditor: AuditorService;

  constructor(options: { auditor: AuditorService }) {
    this.#auditor = options.auditor;
  }

  async receive({ payload }: { payload: JsonObject }): Promise<void> {
    const { eventId, meta } = payload as Pick<
      AuditorServiceCreateEventOptions,
      'eventId'
    > & { meta: JsonObject };
    const event = await this.#auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      meta,
    });
    await event.success();
  }
}

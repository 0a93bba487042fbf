import { nameRequest } from '../notifications/nameRequest';
import { noticeMessage } from '../notifications/noticeMessage';
import { suspendedFrom } from '../requests/suspendedFrom';
import type { HatchRecord } from '../requests/HatchRecord';
import { mirrorMessage } from './mirrorMessage';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';

const DAY = 86_400_000;

/** Days before the suspension on which the new owner is reminded. */
const REMINDER = 3;

/**
 * Task: reminds new owners of escape hatches that they have not confirmed, and tells them and the admins of those that
 * are suspended for it. The suspension itself needs nobody: it is derived from the clock.
 */
export class TellUnconfirmed {
  readonly #context: TaskContext;
  readonly #requests: OpenRequests;

  constructor(options: TaskContext & { requests: OpenRequests }) {
    this.#context = options;
    this.#requests = options.requests;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { clock, settings } = this.#context;
    const now = clock.now();
    for await (const record of this.#requests.unconfirmed({ now, signal })) {
      const suspended = suspendedFrom(record, settings);
      if (suspended !== null && suspended <= now) {
        await this.#tellSuspended(record);
      } else if (
        suspended !== null &&
        settings.confirmDays > REMINDER &&
        suspended - REMINDER * DAY <= now
      ) {
        await this.#remind(record);
      }
    }
  }

  async #remind(record: HatchRecord): Promise<void> {
    const { knex, outbox } = this.#context;
    await outbox.add({
      tx: knex,
      ...noticeMessage({
        record,
        occasion: `confirm:${record.ownerChangedAt}`,
        notice: {
          recipients: record.owners,
          title: `Suspended in ${REMINDER} days, please confirm: ${nameRequest(
            record,
          )}`,
          description: `You have become the owner of ${record.entityRef}. Say that its escape hatch is still needed, or it does not count any more.`,
          severity: 'high',
          topic: 'escape-hatch-owner-changed',
        },
      }),
    });
  }

  async #tellSuspended(record: HatchRecord): Promise<void> {
    const { knex, outbox, settings } = this.#context;
    const occasion = `suspended:${record.ownerChangedAt}`;
    await outbox.add({
      tx: knex,
      ...noticeMessage({
        record,
        occasion,
        notice: {
          recipients: [record.requester, ...record.owners, settings.adminGroup],
          title: `Escape hatch suspended: ${nameRequest(record)}`,
          description: `The new owner of ${record.entityRef} has not confirmed it in ${settings.confirmDays} days. The rules hold until that is done.`,
          severity: 'high',
          topic: 'escape-hatch-suspended',
        },
      }),
    });
    const mirror = mirrorMessage({ record, occasion, settings });
    if (mirror) {
      await outbox.add({ tx: knex, ...mirror });
    }
  }
}

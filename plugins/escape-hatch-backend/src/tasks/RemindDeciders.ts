import { nameRequest } from '../notifications/nameRequest';
import { noticeMessage } from '../notifications/noticeMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import { workingDaysBetween } from '../time/workingDaysBetween';
import { dayOf } from '../time/dayOf';
import { lapsesAt } from '../time/lapsesAt';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';
import type { WaitingParties } from './WaitingParties';

const DAY = 86_400_000;

/**
 * Task: reminds those whom a request waits for, after some working days and again after more. Of several reminders
 * that are due, because the portal was down, only the last one is sent.
 */
export class RemindDeciders {
  readonly #context: TaskContext;
  readonly #requests: OpenRequests;
  readonly #waiting: WaitingParties;

  constructor(
    options: TaskContext & {
      requests: OpenRequests;
      waiting: WaitingParties;
    },
  ) {
    this.#context = options;
    this.#requests = options.requests;
    this.#waiting = options.waiting;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { clock, settings } = this.#context;
    const [first] = settings.reminderWorkingDays;
    if (first === undefined) {
      return;
    }
    const now = clock.now();
    const pending = this.#requests.pending({
      waitingSince: now - first * DAY,
      signal,
    });
    for await (const record of pending) {
      const days = workingDaysBetween(
        record.waitingSince ?? now,
        now,
        settings.timeZone,
      );
      const due = settings.reminderWorkingDays.findLast(step => step <= days);
      if (due !== undefined && days < settings.lapseWorkingDays) {
        await this.#remind(record, due);
      }
    }
  }

  async #remind(record: HatchRecord, days: number): Promise<void> {
    const { knex, outbox, settings } = this.#context;
    const lapses = lapsesAt(record, settings);
    if (lapses === undefined) {
      return;
    }
    const decides = record.status === 'submitted';
    const recipients = decides
      ? await this.#waiting.of(record.id)
      : [record.requester];
    if (recipients.length === 0) {
      return;
    }
    await outbox.add({
      tx: knex,
      ...noticeMessage({
        record,
        occasion: `waiting:${record.waitingSince}:${days}`,
        notice: {
          recipients,
          title: decides
            ? `Still waits for your approval: ${nameRequest(record)}`
            : `Still waits for your changes: ${nameRequest(record)}`,
          description: `It has waited for ${days} working days and lapses on ${dayOf(
            lapses,
            settings.timeZone,
          )}.`,
          severity: 'normal',
          topic: 'escape-hatch-reminder',
        },
      }),
    });
  }
}

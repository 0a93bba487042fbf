import type { Notice } from '../notifications/Notice';
import { nameRequest } from '../notifications/nameRequest';
import { noticeMessage } from '../notifications/noticeMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import { dayOf } from '../time/dayOf';
import { mirrorMessage } from './mirrorMessage';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';

const DAY = 86_400_000;

/** Days before its end on which people are told. */
const STEPS = [30, 14, 7, 1];

/** An end that is longer ago is no news: the portal was down, or its history was brought in. */
const NEWS = 30 * DAY;

/**
 * Task: tells requester and owners that an escape hatch ends soon, and that it has ended. The end itself needs nobody:
 * it is derived from the clock.
 */
export class TellEnds {
  readonly #context: TaskContext;
  readonly #requests: OpenRequests;

  constructor(options: TaskContext & { requests: OpenRequests }) {
    this.#context = options;
    this.#requests = options.requests;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const now = this.#context.clock.now();
    const ending = this.#requests.ending({
      from: now - NEWS,
      to: now + STEPS[0] * DAY + 1,
      signal,
    });
    for await (const record of ending) {
      if (record.expiresAt <= now) {
        await this.#ended(record);
      } else {
        await this.#endsSoon(record, now);
      }
    }
  }

  /**
   * Of several steps that have passed only the last is told, and none that had passed when it was approved: who was
   * given three days knows.
   */
  async #endsSoon(record: HatchRecord, now: number): Promise<void> {
    const { expiresAt, approvedAt } = record;
    const step = STEPS.findLast(
      days =>
        expiresAt - days * DAY <= now &&
        expiresAt - days * DAY > (approvedAt ?? 0),
    );
    if (step === undefined) {
      return;
    }
    const { timeZone } = this.#context.settings;
    const left = Math.floor((expiresAt - now) / DAY);
    const when =
      left === 0 ? 'today' : `in ${left} ${left === 1 ? 'day' : 'days'}`;
    await this.#tell(record, `ends:${expiresAt}:${step}`, {
      title: `Ends ${when}: ${nameRequest(record)}`,
      description: `The rules hold again after ${dayOf(
        expiresAt - 1,
        timeZone,
      )}. Renew it if it is still needed; once it has ended, it cannot be renewed.`,
      severity: step === 1 ? 'high' : 'normal',
      topic: 'escape-hatch-ends',
    });
  }

  async #ended(record: HatchRecord): Promise<void> {
    const { knex, outbox, settings } = this.#context;
    await this.#tell(record, `ended:${record.expiresAt}`, {
      title: `Escape hatch expired: ${nameRequest(record)}`,
      description:
        'The rules hold again. What still needs an exception needs a new request.',
      severity: 'high',
      topic: 'escape-hatch-expired',
    });
    const mirror = mirrorMessage({
      record,
      occasion: `ended:${record.expiresAt}`,
      settings,
    });
    if (mirror) {
      await outbox.add({ tx: knex, ...mirror });
    }
  }

  async #tell(
    record: HatchRecord,
    occasion: string,
    notice: Omit<Notice, 'recipients' | 'link'>,
  ): Promise<void> {
    const { knex, outbox } = this.#context;
    const recipients = [record.requester, ...record.owners];
    await outbox.add({
      tx: knex,
      ...noticeMessage({ record, occasion, notice: { ...notice, recipients } }),
    });
  }
}

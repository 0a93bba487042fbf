import type { ApproverResolver } from '../approvers/ApproverResolver';
import { nameRequest } from '../notifications/nameRequest';
import { noticeMessage } from '../notifications/noticeMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import { dayOf } from '../time/dayOf';
import { reviewDueAt } from '../views/reviewDueAt';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';

const DAY = 86_400_000;

/** Task: tells the approvers of the last stage that the quarterly review of an active escape hatch is due, once. */
export class TellReviews {
  readonly #context: TaskContext;
  readonly #requests: OpenRequests;
  readonly #approvers: ApproverResolver;

  constructor(
    options: TaskContext & {
      requests: OpenRequests;
      approvers: ApproverResolver;
    },
  ) {
    this.#context = options;
    this.#requests = options.requests;
    this.#approvers = options.approvers;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { clock, settings } = this.#context;
    const now = clock.now();
    const approvers = this.#approvers.forOneAnswer();
    const unreviewed = this.#requests.unreviewed({
      now,
      lookedAt: now - settings.reviewDays * DAY,
      endBefore: now + 30 * DAY,
      signal,
    });
    for await (const record of unreviewed) {
      const due = reviewDueAt(record, settings);
      if (due !== undefined && due <= now) {
        await this.#tell({ record, due, approvers });
      }
    }
  }

  async #tell(options: {
    record: HatchRecord;
    due: number;
    approvers: ApproverResolver;
  }): Promise<void> {
    const { record, due, approvers } = options;
    const { knex, outbox, settings } = this.#context;
    const last = record.stages.at(-1);
    if (!last) {
      return;
    }
    const { resolvedFrom } = await approvers.resolveStage({
      stage: last,
      owners: record.owners,
    });
    const lastDay = dayOf(record.expiresAt - 1, settings.timeZone);
    await outbox.add({
      tx: knex,
      ...noticeMessage({
        record,
        occasion: `review:${due}`,
        notice: {
          recipients: resolvedFrom,
          title: `Quarterly review is due: ${nameRequest(record)}`,
          description: `Is it still needed? Keep it until ${lastDay}, shorten it or revoke it.`,
          severity: 'normal',
          topic: 'escape-hatch-review',
        },
      }),
    });
  }
}

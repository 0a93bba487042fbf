import type { LocalCalendar } from '../metrics/LocalCalendar';
import type { ReviewNotifier } from './ReviewNotifier';
import type { ReviewStore } from './ReviewStore';

const WEEK_MS = 7 * 86_400_000;

/** Reminders of one run; the rest has to wait for the next one. */
const MOST = 500;

/** Task: reminds owners of overdue actions, of each once a week. */
export class RemindOwners {
  readonly #reviews: ReviewStore;
  readonly #notifier: ReviewNotifier;
  readonly #calendar: LocalCalendar;

  constructor(options: {
    reviews: ReviewStore;
    notifier: ReviewNotifier;
    calendar: LocalCalendar;
  }) {
    this.#reviews = options.reviews;
    this.#notifier = options.notifier;
    this.#calendar = options.calendar;
  }

  async run(signal: AbortSignal, now: () => number = Date.now): Promise<void> {
    const at = now();
    const overdue = await this.#reviews.overdue({
      day: this.#calendar.dayOf(at),
      remindedBefore: at - WEEK_MS,
      limit: MOST,
    });
    for (const action of overdue) {
      signal.throwIfAborted();
      // First, so that a notice which cannot be sent is not tried every hour.
      if (await this.#reviews.claimReminder(action, at)) {
        await this.#notifier.actionIsOverdue(action);
      }
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { DueAction } from './ReviewStore';

/** Tells people of reviews. A notice that cannot be sent is logged; nothing depends on it. */
export class ReviewNotifier {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** The organisation has no inbox: `all` is nobody's. */
  async monthIsReady(scope: string, month: string): Promise<void> {
    if (scope === 'all') {
      return;
    }
    await this.#send(scope, {
      title: `Delivery metrics of ${month} are ready to be reviewed`,
      description: `The numbers of ${scope} for ${month} are frozen. Decide what to do about the bottleneck.`,
      link: `/dora/reviews?${new URLSearchParams({ scope, new: month })}`,
      topic: 'dora-review-ready',
      scope: `dora-review-ready:${scope}:${month}`,
    });
  }

  async actionIsOverdue(action: DueAction): Promise<void> {
    await this.#send(action.owner_ref, {
      title: `Overdue since ${action.due_date}: ${action.title}`,
      description: `A review of ${action.scope} decided it. Say what became of it.`,
      link: `/dora/reviews/${encodeURIComponent(action.review_id)}`,
      topic: 'dora-action-overdue',
      scope: `dora-action-overdue:${action.id}`,
    });
  }

  async #send(
    entityRef: string,
    payload: {
      title: string;
      description: string;
      link: string;
      topic: string;
      scope: string;
    },
  ): Promise<void> {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, severity: 'normal' },
      });
    } catch (error) {
      this.#logger.warn(
        `'${entityRef}' could not be notified that '${payload.title}': ${
          isError(error) ? error.message : error
        }`,
      );
    }
  }
}

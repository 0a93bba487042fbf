import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { OutboxReceiver } from '../outbox/OutboxReceiver';
import type { Notice } from './Notice';

/**
 * Hands notices over to the portal's notifications. The message's key is their scope, so that one that is sent twice,
 * because nobody knows whether it arrived, is still one for people.
 */
export class NotificationSender implements OutboxReceiver {
  readonly #notifications: NotificationService;

  constructor(options: { notifications: NotificationService }) {
    this.#notifications = options.notifications;
  }

  async receive(message: { key: string; payload: object }): Promise<void> {
    const { recipients, exclude, ...payload } = message.payload as Notice;
    await this.#notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipients,
        ...(exclude && { excludeEntityRef: exclude }),
      },
      payload: { ...payload, scope: message.key },
    });
  }
}

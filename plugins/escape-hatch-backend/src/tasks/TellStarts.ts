import { nameRequest } from '../notifications/nameRequest';
import { noticeMessage } from '../notifications/noticeMessage';
import { dayOf } from '../time/dayOf';
import { mirrorMessage } from './mirrorMessage';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';

/** A start that is longer ago is no news, ms. */
const NEWS = 30 * 86_400_000;

/** Task: tells requester and owners that an escape hatch whose start lay ahead when it was approved counts now. */
export class TellStarts {
  readonly #context: TaskContext;
  readonly #requests: OpenRequests;

  constructor(options: TaskContext & { requests: OpenRequests }) {
    this.#context = options;
    this.#requests = options.requests;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { knex, clock, outbox, settings } = this.#context;
    const to = clock.now();
    const started = this.#requests.started({ from: to - NEWS, to, signal });
    for await (const record of started) {
      const occasion = `started:${record.activeFrom}`;
      const lastDay = dayOf(record.expiresAt - 1, settings.timeZone);
      await outbox.add({
        tx: knex,
        ...noticeMessage({
          record,
          occasion,
          notice: {
            recipients: [record.requester, ...record.owners],
            title: `Escape hatch counts now: ${nameRequest(record)}`,
            description: `Its last day is ${lastDay}.`,
            severity: 'normal',
            topic: 'escape-hatch-started',
          },
        }),
      });
      const mirror = mirrorMessage({ record, occasion, settings });
      if (mirror) {
        await outbox.add({ tx: knex, ...mirror });
      }
    }
  }
}

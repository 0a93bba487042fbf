import type { RequestService } from '../requests/RequestService';
import { lapsesAt } from '../time/lapsesAt';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';
import { unlessMoved } from './unlessMoved';

const DAY = 86_400_000;

/** Task: ends requests that nobody decided, or changed, in the working days that there are for it. */
export class LapseRequests {
  readonly #context: Pick<TaskContext, 'clock' | 'settings'>;
  readonly #requests: OpenRequests;
  readonly #service: Pick<RequestService, 'lapse'>;

  constructor(
    options: Pick<TaskContext, 'clock' | 'settings'> & {
      requests: OpenRequests;
      service: Pick<RequestService, 'lapse'>;
    },
  ) {
    this.#context = options;
    this.#requests = options.requests;
    this.#service = options.service;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { clock, settings } = this.#context;
    const now = clock.now();
    const pending = this.#requests.pending({
      waitingSince: now - settings.lapseWorkingDays * DAY,
      signal,
    });
    for await (const record of pending) {
      const lapses = lapsesAt(record, settings);
      if (lapses !== undefined && lapses <= now) {
        const { id, version: expectedVersion } = record;
        await unlessMoved(() => this.#service.lapse({ id, expectedVersion }));
      }
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { RequestStore } from '../requests/RequestStore';

/**
 * Notes that gates were let through. A gate does not wait for it, nor is it turned away where it fails: the note is
 * for people who wonder whether an escape hatch is still needed.
 */
export class UseNotes {
  readonly #store: Pick<RequestStore, 'markUsed'>;
  readonly #logger: LoggerService;
  readonly #pending = new Set<Promise<void>>();

  constructor(options: {
    store: Pick<RequestStore, 'markUsed'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** @param at - ms */
  note(ids: string[], at: number): void {
    const noted = this.#note(ids, at).finally(() =>
      this.#pending.delete(noted),
    );
    this.#pending.add(noted);
  }

  /** Until all that was to be noted so far is, or has failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #note(ids: string[], at: number): Promise<void> {
    try {
      await this.#store.markUsed(ids, at);
    } catch (error) {
      this.#logger.warn(
        `The use of escape hatches ${ids.join(', ')} could not be noted`,
        toError(error),
      );
    }
  }
}

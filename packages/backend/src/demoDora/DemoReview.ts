import { LoggerService } from '@backstage/backend-plugin-api';
import type {
  DoraApi,
  ReviewDraft,
} from '@golden-path/backstage-plugin-dora-common';
import { describeFailure } from '../portalSli/describeFailure';

/** Task: writes the demo's monthly review as a user of the demo, unless the month has one. */
export class DemoReview {
  readonly #api: Pick<DoraApi, 'createReview' | 'listReviews'>;
  readonly #logger: LoggerService;
  readonly #draft: ReviewDraft;
  #isDone = false;
  #told = '';

  constructor(options: {
    /** With the user's token. */
    api: Pick<DoraApi, 'createReview' | 'listReviews'>;
    logger: LoggerService;
    draft: ReviewDraft;
  }) {
    this.#api = options.api;
    this.#logger = options.logger;
    this.#draft = options.draft;
  }

  /** Never throws: what fails is tried again next time. */
  async run(): Promise<void> {
    if (this.#isDone) {
      return;
    }
    const { scope, month } = this.#draft;
    try {
      const { items } = await this.#api.listReviews({ scope });
      if (!items.some(review => review.month === month)) {
        await this.#api.createReview(this.#draft);
        this.#logger.info(`Demo review of ${scope}: written for ${month}`);
      }
      this.#isDone = true;
    } catch (error) {
      const message = `Demo review of ${scope}: to be tried again, because of: ${describeFailure(
        error,
      )}`;
      if (message !== this.#told) {
        this.#told = message;
        this.#logger.info(message);
      }
    }
  }
}

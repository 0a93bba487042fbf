import { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EscapeHatchApi,
  EscapeHatchRequest,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { describeFailure } from '../portalSli/describeFailure';
import type { DemoHatch } from './DemoHatch';

/**
 * Task: lets users of the demo ask for escape hatches and decide on them, through the API that everybody uses. What is
 * there is left alone; a walk that was broken off goes on where it stopped. Once a request has gone its way, it is the
 * visitors': a request that they revoked is not made again.
 */
export class DemoRequests {
  readonly #apiOf: (user: string) => EscapeHatchApi;
  readonly #logger: LoggerService;
  readonly #hatches: DemoHatch[];
  #isDone = false;
  #told = '';

  constructor(options: {
    /** With the user's token. */
    apiOf: (user: string) => EscapeHatchApi;
    logger: LoggerService;
    hatches: DemoHatch[];
  }) {
    this.#apiOf = options.apiOf;
    this.#logger = options.logger;
    this.#hatches = options.hatches;
  }

  /** Never throws: what fails is tried again next time. */
  async run(): Promise<void> {
    if (this.#isDone) {
      return;
    }
    try {
      for (const hatch of this.#hatches) {
        await this.#walk(hatch);
      }
      this.#isDone = true;
      this.#tellOnce(`${this.#hatches.length} requests are there`);
    } catch (error) {
      this.#tellOnce(
        `to be tried again, because of: ${describeFailure(error)}`,
      );
    }
  }

  async #walk(hatch: DemoHatch): Promise<void> {
    const { draft, requester, approvers, changes } = hatch;
    const api = this.#apiOf(requester);
    const { items } = await api.listRequests({
      entityRef: draft.entityRef,
      rule: draft.rules[0],
      limit: 500,
    });
    let request: EscapeHatchRequest =
      // Newest first: the oldest is the demo's own.
      items.at(-1) ?? (await api.createRequest({ ...draft, submit: true }));
    for (const approver of approvers.slice(approvalsOf(request))) {
      if (
        request.status === 'submitted' &&
        Date.now() < Date.parse(request.expiresAt)
      ) {
        request = await this.#apiOf(approver).actOnRequest(
          request.id,
          'approve',
          { expectedVersion: request.version },
        );
      }
    }
    if (changes && request.status === 'submitted' && request.version === 2) {
      await this.#apiOf(changes.by).actOnRequest(
        request.id,
        'request-changes',
        { expectedVersion: request.version, comment: changes.comment },
      );
    }
  }

  #tellOnce(message: string) {
    if (message !== this.#told) {
      this.#told = message;
      this.#logger.info(`Demo escape hatches: ${message}`);
    }
  }
}

function approvalsOf(request: EscapeHatchRequest): number {
  return request.stages.filter(({ decision }) => decision).length;
}

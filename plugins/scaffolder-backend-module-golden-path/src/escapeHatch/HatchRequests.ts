import { isDeepStrictEqual } from 'node:util';
import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import {
  EscapeHatchClient,
  type EscapeHatchDraft,
  type EscapeHatchRequest,
  type RequestStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { isPluginAbsent } from './isPluginAbsent';

const TIMEOUT_MS = 30_000;

/** What people wrote, and nothing that the portal makes of it, such as an instant of a day. */
const COMPARED = [
  'justification',
  'riskAssessment',
  'mitigations',
  'riskLevel',
  'category',
] as const;

/** A request that is with its approvers, or a draft. */
export interface FiledRequest {
  id: string;
  number: number;
  status: string;
  /** Who decides, in their order. */
  approvals: string[];
  [key: string]: string | number | string[];
}

/** Files requests for escape hatches as one person. */
export class HatchRequests {
  readonly #client: EscapeHatchClient;
  readonly #token: string;

  /** @param deps - `token`: of the person, for the escape-hatch plugin */
  constructor(deps: { discovery: DiscoveryService; token: string }) {
    this.#token = deps.token;
    this.#client = new EscapeHatchClient({
      discoveryApi: deps.discovery,
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
      },
    });
  }

  /**
   * Who would decide. Where the plugin cannot be asked, the log says so.
   *
   * @throws InputError for what a submission would refuse
   */
  async preview(
    draft: EscapeHatchDraft,
    logger: LoggerService,
  ): Promise<string[]> {
    try {
      const { stages, problems } = await this.#client.previewRequest(draft, {
        token: this.#token,
      });
      if (problems.length > 0) {
        throw new InputError(
          problems
            .map(({ field, message }) => `${field}: ${message}`)
            .join('\n'),
        );
      }
      return Array.from(stages, describeStage);
    } catch (error) {
      if (isPluginAbsent(error)) {
        logger.warn(
          'Who would decide is not known: the escape-hatch plugin is not installed',
        );
        return [];
      }
      throw explain(error);
    }
  }

  /**
   * Files a request, unless this person has filed the same one and nobody has decided on it.
   *
   * @throws InputError, NotAllowedError or ConflictError with the plugin's words
   */
  async file(
    draft: EscapeHatchDraft,
    options: { requester?: string; logger: LoggerService },
  ): Promise<FiledRequest> {
    const { requester, logger } = options;
    try {
      const before = requester && (await this.#find(draft, requester));
      if (before) {
        logger.info(`Request #${before.number} was filed before`);
        return toFiled(before);
      }
      const made = await this.#client.createRequest(draft, {
        token: this.#token,
      });
      logger.info(`Filed request #${made.number}`);
      return toFiled(made);
    } catch (error) {
      throw explain(error);
    }
  }

  async #find(
    draft: EscapeHatchDraft,
    requester: string,
  ): Promise<EscapeHatchRequest | undefined> {
    const { items } = await this.#client.listRequests(
      {
        entityRef: draft.entityRef,
        requester,
        status: draft.submit ? 'submitted' : 'draft',
        limit: 500,
      },
      { token: this.#token },
    );
    return items.find(
      request =>
        COMPARED.every(field => request[field] === draft[field]) &&
        isDeepStrictEqual(
          [...request.rules].sort(),
          [...new Set(draft.rules)].sort(),
        ),
    );
  }
}

function toFiled(request: EscapeHatchRequest): FiledRequest {
  const { id, number, status, stages } = request;
  return { id, number, status, approvals: Array.from(stages, describeStage) };
}

function describeStage({ title, resolvedFrom }: RequestStage): string {
  return `${title} (${resolvedFrom.join(', ')})`;
}

function explain(error: unknown): unknown {
  if (!ResponseError.is(error)) {
    return error;
  }
  const message = error.cause.message;
  switch (error.statusCode) {
    case 400:
    case 404:
    case 422:
      return new InputError(message);
    case 403:
      return new NotAllowedError(message);
    case 409:
      return new ConflictError(message);
    default:
      return error;
  }
}

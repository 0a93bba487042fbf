import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  escapeHatchRequestCreatePermission,
  escapeHatchRequestReadPermission,
  type RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { RequestFilter } from '../permissions/RequestFilter';
import type { RequestParties } from '../permissions/RequestParties';
import { permissionOf } from './permissionOf';

const READ = escapeHatchRequestReadPermission.name;
const CREATE = escapeHatchRequestCreatePermission.name;

/** What the permission framework lets a caller do. */
export class Rights {
  /** Narrows lists to what may be read; undefined where that is everything. */
  readonly filter: RequestFilter | undefined;
  readonly #decisions: Map<string, PolicyDecision>;
  readonly #holds: (
    decision: PolicyDecision,
    request: RequestParties,
  ) => boolean;
  readonly #askToCreate: () => Promise<boolean>;
  #mayCreate: Promise<boolean> | undefined;

  constructor(options: {
    /** On the permissions that are decided per request, by name. */
    decisions: Map<string, PolicyDecision>;
    /** Whether a decision is for a request. */
    holds: (decision: PolicyDecision, request: RequestParties) => boolean;
    filter: RequestFilter | undefined;
    /** Asks whether new requests may be made. */
    askToCreate: () => Promise<boolean>;
  }) {
    this.#decisions = options.decisions;
    this.#holds = options.holds;
    this.filter = options.filter;
    this.#askToCreate = options.askToCreate;
  }

  /** @throws NotAllowedError where no request at all may be read */
  assertMayRead(): void {
    if (this.#decisions.get(READ)?.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(`Missing permission '${READ}'`);
    }
  }

  /** @throws NotAllowedError where no new request may be made */
  async assertMayCreate(): Promise<void> {
    if (!(await this.#canCreate())) {
      throw new NotAllowedError(`Missing permission '${CREATE}'`);
    }
  }

  mayRead(request: RequestParties): boolean {
    return this.#has(READ, request);
  }

  /** Name of the permission that is missing for an action. */
  async missing(
    action: RequestAction,
    request: RequestParties,
  ): Promise<string | undefined> {
    const name = permissionOf[action]?.name;
    if (name === undefined) {
      return undefined;
    }
    const has =
      name === CREATE ? await this.#canCreate() : this.#has(name, request);
    return has ? undefined : name;
  }

  #has(permission: string, request: RequestParties): boolean {
    const decision = this.#decisions.get(permission);
    return decision !== undefined && this.#holds(decision, request);
  }

  /** Most answers tell of nothing that needs it. */
  async #canCreate(): Promise<boolean> {
    this.#mayCreate ??= this.#askToCreate();
    return this.#mayCreate;
  }
}

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

/** What the permission framework lets a caller do. */
export class Rights {
  /** Narrows lists to what may be read; undefined where that is everything. */
  readonly filter: RequestFilter | undefined;
  readonly #decisions: Map<string, PolicyDecision>;
  readonly #holds: (
    decision: PolicyDecision,
    record: RequestParties,
  ) => boolean;

  constructor(options: {
    /** By the permission's name. */
    decisions: Map<string, PolicyDecision>;
    /** Whether a decision is for a request. */
    holds: (decision: PolicyDecision, record: RequestParties) => boolean;
    filter: RequestFilter | undefined;
  }) {
    this.#decisions = options.decisions;
    this.#holds = options.holds;
    this.filter = options.filter;
  }

  /** @throws NotAllowedError where no request at all may be read */
  assertMayRead(): void {
    const { name } = escapeHatchRequestReadPermission;
    if (this.#decisions.get(name)?.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(`Missing permission '${name}'`);
    }
  }

  mayRead(record: RequestParties): boolean {
    return this.#has(escapeHatchRequestReadPermission.name, record);
  }

  /** Whether new requests may be made. */
  get mayCreate(): boolean {
    const { name } = escapeHatchRequestCreatePermission;
    return this.#decisions.get(name)?.result === AuthorizeResult.ALLOW;
  }

  /** Name of the permission that is missing for an action. */
  missing(action: RequestAction, record: RequestParties): string | undefined {
    const name = permissionOf[action]?.name;
    return name === undefined || this.#has(name, record) ? undefined : name;
  }

  #has(permission: string, record: RequestParties): boolean {
    const decision = this.#decisions.get(permission);
    return decision !== undefined && this.#holds(decision, record);
  }
}

import type { Wish } from './Operation';
import { type ModelRequest, ReferenceWorld } from './ReferenceWorld';

/** How an operation ends: it is done, or refused with an error of this name. */
export type Outcome =
  | 'done'
  | 'NotFoundError'
  | 'NotAllowedError'
  | 'ConflictError'
  | 'InputError';

/** What a person does with one request, with all that can be sent with it. */
export interface Deed {
  action: string;
  user: string;
  request: ModelRequest;
  expectedVersion: number;
  comment: boolean;
  wish?: Partial<Wish>;
  expiresIn?: number;
  outcome?: 'keep' | 'shorten' | 'revoke';
}

const DAY = 86_400_000;

/** What waits for a decision or for changes. */
export const PENDING = ['submitted', 'changes_requested'];

/** What is not decided yet. */
export const OPEN = ['draft', ...PENDING];

/** Who may do what when, as the design says it. */
export class ReferenceRules extends ReferenceWorld {
  requests: ModelRequest[] = [];

  /** Why it is refused; undefined where it is not. */
  refusal(deed: Deed): Exclude<Outcome, 'done'> | undefined {
    if (!this.isOneOfThose(deed)) {
      return 'NotAllowedError';
    }
    if (!this.isTime(deed) || deed.expectedVersion !== deed.request.version) {
      return 'ConflictError';
    }
    return this.#furtherRefusal(deed);
  }

  protected isOneOfThose({ action, user, request }: Deed): boolean {
    const owns = this.isIn(user, this.ownersOf(request));
    const stages = this.stagesOf(request);
    const decides = (stage: string) =>
      this.decidersOf(stage, request).includes(user);
    const decidesLast = decides(stages[stages.length - 1]);
    if (user === 'guest') {
      return false;
    }
    switch (action) {
      case 'edit':
        return user === request.requester;
      case 'approve':
      case 'reject':
      case 'request-changes':
        return user !== request.requester && stages.some(decides);
      case 'withdraw':
        return owns || user === request.requester;
      case 'revoke':
        return owns || decidesLast || this.isIn(user, ['platform-team']);
      case 'review':
        return decidesLast;
      default:
        return owns;
    }
  }

  protected isTime({ action, request: { status } }: Deed): boolean {
    switch (action) {
      case 'submit':
        return status === 'draft' || status === 'changes_requested';
      case 'edit':
      case 'withdraw':
        return OPEN.includes(status);
      case 'approve':
      case 'reject':
      case 'request-changes':
        return status === 'submitted';
      default:
        return status === 'approved';
    }
  }

  #furtherRefusal(deed: Deed): Exclude<Outcome, 'done'> | undefined {
    const { action, request } = deed;
    const isOver = this.now >= request.expiresAt;
    switch (action) {
      case 'submit':
        if (!this.isSame(request) || this.isHeld(request)) {
          return 'ConflictError';
        }
        return this.isBad(request) ? 'InputError' : undefined;
      case 'edit': {
        const edited = this.edited(deed);
        if (
          !this.isSame(request) ||
          (request.status !== 'draft' && this.isHeld(edited))
        ) {
          return 'ConflictError';
        }
        const delayed = edited.renews !== null && edited.startsAt !== null;
        return delayed || this.isBad(edited) ? 'InputError' : undefined;
      }
      case 'approve':
        if (!this.isSame(request)) {
          return 'ConflictError';
        }
        if (!this.#isNext(deed)) {
          return 'NotAllowedError';
        }
        return isOver ? 'InputError' : undefined;
      case 'reject':
      case 'request-changes':
        if (!this.#isNext(deed)) {
          return 'NotAllowedError';
        }
        return deed.comment ? undefined : 'InputError';
      case 'revoke':
        if (isOver) {
          return 'ConflictError';
        }
        return deed.comment ? undefined : 'InputError';
      case 'renew': {
        if (!this.isSame(request) || this.isHeld(request)) {
          return 'ConflictError';
        }
        const inTime = !isOver && this.now >= request.expiresAt - 30 * DAY;
        const bad = this.isBad({
          ...request,
          startsAt: null,
          expiresAt: this.inDays(deed.expiresIn!),
        });
        return !inTime || bad ? 'InputError' : undefined;
      }
      case 'review': {
        if (isOver) {
          return 'ConflictError';
        }
        const end = this.inDays(deed.expiresIn!);
        const shortens = end > this.now && end < request.expiresAt;
        const lacks =
          (deed.outcome === 'shorten' && !shortens) ||
          (deed.outcome === 'revoke' && !deed.comment);
        return lacks ? 'InputError' : undefined;
      }
      case 'confirm-owner':
        return isOver || request.ownerChangedAt === null
          ? 'ConflictError'
          : undefined;
      default:
        return undefined;
    }
  }

  #isNext({ user, request }: Deed): boolean {
    return (
      this.decidersOf(request.stages[request.stage!], request).includes(user) &&
      !request.approvals.some(([, approver]) => approver === user)
    );
  }

  /** Whether another one holds what this one wants. */
  protected isHeld(request: ModelRequest): boolean {
    return this.requests.some(
      other =>
        other.number !== request.number &&
        other.number !== request.renews &&
        other.component === request.component &&
        other.rules.some(rule => request.rules.includes(rule)) &&
        (other.environments.length === 0 ||
          request.environments.length === 0 ||
          other.environments.some(one => request.environments.includes(one))) &&
        (PENDING.includes(other.status) ||
          (other.status === 'approved' && other.expiresAt > this.now)),
    );
  }

  protected isBad({ rules, startsAt, expiresAt }: ModelRequest): boolean {
    const known = ['privileged-container', 'probes'];
    const cap = rules.includes('probes') ? 10 : 92;
    const from = Math.max(this.now, startsAt ?? 0);
    const midnight = Math.floor(from / DAY) * DAY;
    return (
      rules.some(rule => !known.includes(rule)) ||
      expiresAt <= this.now ||
      (startsAt !== null && startsAt >= expiresAt) ||
      expiresAt > midnight + (cap + 1) * DAY
    );
  }

  protected edited({ request, wish = {} }: Deed): ModelRequest {
    const { startsIn, expiresIn, ...fields } = wish;
    const edited = { ...request, ...fields };
    if (startsIn !== undefined) {
      edited.startsAt = startsIn === null ? null : this.inDays(startsIn);
    }
    if (expiresIn !== undefined) {
      edited.expiresAt = this.inDays(expiresIn);
    }
    return edited;
  }
}

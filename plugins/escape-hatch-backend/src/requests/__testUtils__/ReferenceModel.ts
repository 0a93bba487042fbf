import { type Operation, USERS, type Wish } from './Operation';
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

/** What a person does with a request. */
type PersonalOperation = Extract<
  Operation,
  { kind: 'act' | 'edit' | 'renew' | 'review' }
>;

/** What the portal does by itself. */
type PortalOperation = Extract<Operation, { kind: 'portal' | 'owner-changed' }>;

function portalAction(operation: PortalOperation) {
  return operation.kind === 'portal' ? operation.action : operation.kind;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PENDING = ['submitted', 'changes_requested'];
const OPEN = ['draft', ...PENDING];

const PORTAL_STATUSES = {
  lapse: PENDING,
  'entity-removed': [...OPEN, 'approved'],
  'owner-changed': ['approved'],
};

/**
 * The rules of escape hatches once more, written from the design alone and as plainly as can be: one list of requests
 * in memory. What the plugin does is compared with it.
 */
export class ReferenceModel extends ReferenceWorld {
  requests: ModelRequest[] = [];
  /** Rows that the audit trail must have. */
  transitions = 0;

  apply(operation: Operation): Outcome {
    switch (operation.kind) {
      case 'create':
        return this.#create(operation);
      case 'act':
      case 'edit':
      case 'renew':
      case 'review': {
        const deed = this.deedOf(operation);
        return deed ? this.act(deed) : 'NotFoundError';
      }
      case 'portal':
      case 'owner-changed':
        return this.#byPortal(operation);
      default:
        this.change(operation);
        return 'done';
    }
  }

  /** Undefined while there is no request. */
  aim(nth: number): ModelRequest | undefined {
    return this.requests[nth % this.requests.length];
  }

  /**
   * Where no user is named it is the first who may, with the first request from the aim on that lets anybody; every
   * other time one who may for all that person and status say.
   */
  deedOf(operation: PersonalOperation): Deed | undefined {
    const isBold = operation.nth % 2 === 1;
    const deeds = this.#from(operation.nth).map(request => ({
      comment: true,
      ...operation,
      action: operation.kind === 'act' ? operation.action : operation.kind,
      request,
      expectedVersion: request.version + operation.stale,
      user: operation.user ?? 'outsider',
    }));
    if (operation.user === null) {
      for (const deed of deeds) {
        const expectedVersion = deed.request.version;
        const user = USERS.find(one => {
          const tried = { ...deed, expectedVersion, user: one };
          return isBold
            ? this.#isOneOfThose(tried) && this.#isTime(tried)
            : !this.refusal(tried);
        });
        if (user) {
          return { ...deed, user };
        }
      }
    }
    return deeds[0];
  }

  /** The first request from the aim on of which the portal may do it, or the one that is aimed at. */
  portalAim(operation: PortalOperation): ModelRequest | undefined {
    const allowed = PORTAL_STATUSES[portalAction(operation)];
    return (
      this.#from(operation.nth).find(({ status }) =>
        allowed.includes(status),
      ) ?? this.aim(operation.nth)
    );
  }

  #from(nth: number): ModelRequest[] {
    const start = nth % this.requests.length;
    return [...this.requests.slice(start), ...this.requests.slice(0, start)];
  }

  act(deed: Deed): Outcome {
    const refused = this.refusal(deed);
    if (!refused) {
      this.#do(deed);
    }
    return refused ?? 'done';
  }

  /** Why it is refused; undefined where it is not. */
  refusal(deed: Deed): Exclude<Outcome, 'done'> | undefined {
    if (!this.#isOneOfThose(deed)) {
      return 'NotAllowedError';
    }
    if (!this.#isTime(deed) || deed.expectedVersion !== deed.request.version) {
      return 'ConflictError';
    }
    return this.#furtherRefusal(deed);
  }

  #isOneOfThose({ action, user, request }: Deed): boolean {
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

  #isTime({ action, request: { status } }: Deed): boolean {
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
        if (!this.isSame(request) || this.#isHeld(request)) {
          return 'ConflictError';
        }
        return this.#isBad(request) ? 'InputError' : undefined;
      case 'edit': {
        const edited = this.#edited(deed);
        if (
          !this.isSame(request) ||
          (request.status !== 'draft' && this.#isHeld(edited))
        ) {
          return 'ConflictError';
        }
        const delayed = edited.renews !== null && edited.startsAt !== null;
        return delayed || this.#isBad(edited) ? 'InputError' : undefined;
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
        if (!this.isSame(request) || this.#isHeld(request)) {
          return 'ConflictError';
        }
        const inTime = !isOver && this.now >= request.expiresAt - 30 * DAY;
        const bad = this.#isBad({
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
  #isHeld(request: ModelRequest): boolean {
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

  #isBad({ rules, startsAt, expiresAt }: ModelRequest): boolean {
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

  #create(operation: Extract<Operation, { kind: 'create' }>): Outcome {
    const { user, component, submit, wish } = operation;
    const registered = this.components.get(component);
    if (!registered) {
      return 'NotFoundError';
    }
    const request: ModelRequest = {
      number: this.requests.length + 1,
      version: 1,
      status: 'draft',
      component,
      uid: registered.uid,
      owners: [registered.owner],
      requester: user,
      rules: wish.rules,
      riskLevel: wish.riskLevel,
      environments: wish.environments,
      startsAt: wish.startsIn === null ? null : this.inDays(wish.startsIn),
      expiresAt: this.inDays(wish.expiresIn),
      stages: [],
      stage: null,
      approvals: [],
      activeFrom: null,
      renews: null,
      replacedBy: null,
      chain: 1,
      chainSince: null,
      ownerChangedAt: null,
    };
    if (user === 'guest' || !this.isIn(user, request.owners)) {
      return 'NotAllowedError';
    }
    if (submit && this.#isHeld(request)) {
      return 'ConflictError';
    }
    if (this.#isBad(request)) {
      return 'InputError';
    }
    this.requests.push(request);
    this.transitions++;
    if (submit) {
      this.#submit(request);
    }
    return 'done';
  }

  #submit(request: ModelRequest): void {
    this.#step(request, {
      status: 'submitted',
      owners: this.ownersOf(request),
      stages: this.neededStages(request),
      stage: 0,
    });
  }

  #step(request: ModelRequest, changes: Partial<ModelRequest>): void {
    Object.assign(request, changes, { version: request.version + 1 });
    this.transitions++;
  }

  #edited({ request, wish = {} }: Deed): ModelRequest {
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

  #do(deed: Deed): void {
    const { action, request, user } = deed;
    const ended = { stage: null };
    switch (action) {
      case 'submit':
        this.#submit(request);
        break;
      case 'edit': {
        const edited = this.#edited(deed);
        this.#step(request, {
          ...edited,
          approvals: [],
          stages: request.status === 'draft' ? [] : this.neededStages(edited),
          stage: request.status === 'submitted' ? 0 : null,
        });
        break;
      }
      case 'approve':
        this.#approve(request, user);
        break;
      case 'reject':
        this.#step(request, { ...ended, status: 'rejected' });
        break;
      case 'request-changes':
        this.#step(request, {
          ...ended,
          status: 'changes_requested',
          approvals: [],
        });
        break;
      case 'withdraw':
        this.#step(request, { ...ended, status: 'withdrawn' });
        break;
      case 'revoke':
        this.#step(request, { status: 'revoked' });
        break;
      case 'renew':
        this.#renew(deed);
        break;
      case 'review':
        this.#step(
          request,
          {
            keep: {},
            shorten: { expiresAt: this.inDays(deed.expiresIn!) },
            revoke: { status: 'revoked' },
          }[deed.outcome!],
        );
        break;
      default:
        this.#step(request, {
          ownerChangedAt: null,
          owners: this.ownersOf(request),
        });
    }
  }

  #approve(request: ModelRequest, user: string): void {
    const stage = request.stage!;
    const approvals: ModelRequest['approvals'] = [
      ...request.approvals,
      [stage, user],
    ];
    if (stage < request.stages.length - 1) {
      this.#step(request, { approvals, stage: stage + 1 });
      return;
    }
    this.#step(request, {
      approvals,
      stage: null,
      status: 'approved',
      activeFrom: Math.max(this.now, request.startsAt ?? 0),
    });
    const old = this.requests.find(({ number }) => number === request.renews);
    if (old?.status === 'approved') {
      this.#step(old, { status: 'superseded', replacedBy: request.number });
    }
  }

  #renew({ request, user, expiresIn }: Deed): void {
    const renewal: ModelRequest = {
      ...request,
      number: this.requests.length + 1,
      version: 1,
      owners: this.ownersOf(request),
      requester: user,
      startsAt: null,
      expiresAt: this.inDays(expiresIn!),
      approvals: [],
      activeFrom: null,
      renews: request.number,
      replacedBy: null,
      chain: request.chain + 1,
      chainSince: request.chainSince ?? request.activeFrom,
      ownerChangedAt: null,
    };
    this.requests.push(renewal);
    this.transitions++;
    this.#submit(renewal);
  }

  #byPortal(operation: PortalOperation): Outcome {
    const request = this.portalAim(operation);
    if (!request) {
      return 'NotFoundError';
    }
    const action = portalAction(operation);
    const allowed = PORTAL_STATUSES[action];
    if (!allowed.includes(request.status) || operation.stale !== 0) {
      return 'ConflictError';
    }
    if (operation.kind === 'owner-changed') {
      this.#step(request, {
        owners: [operation.owner],
        ownerChangedAt: request.ownerChangedAt ?? this.now,
      });
    } else {
      const status = action === 'lapse' ? 'lapsed' : 'revoked';
      this.#step(request, { status, stage: null });
    }
    return 'done';
  }
}

import { type Operation, USERS } from './Operation';
import {
  type Deed,
  OPEN,
  type Outcome,
  PENDING,
  ReferenceRules,
} from './ReferenceRules';
import type { ModelRequest } from './ReferenceWorld';

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

const PORTAL_STATUSES = {
  lapse: PENDING,
  'entity-removed': [...OPEN, 'approved'],
  'owner-changed': ['approved'],
};

/**
 * The rules of escape hatches once more, written from the design alone and as plainly as can be: one list of requests
 * in memory. What the plugin does is compared with it.
 */
export class ReferenceModel extends ReferenceRules {
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
            ? this.isOneOfThose(tried) && this.isTime(tried)
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
    if (submit && this.isHeld(request)) {
      return 'ConflictError';
    }
    if (this.isBad(request)) {
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

  #do(deed: Deed): void {
    const { action, request, user } = deed;
    const ended = { stage: null };
    switch (action) {
      case 'submit':
        this.#submit(request);
        break;
      case 'edit': {
        const edited = this.edited(deed);
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

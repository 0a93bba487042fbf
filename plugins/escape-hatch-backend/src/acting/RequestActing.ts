import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  audited,
  type Caller as Principal,
} from '@golden-path/backstage-http-api';
import type {
  EscapeHatchDraft,
  EscapeHatchRequest,
  RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { assertPerson } from '../callers/Caller';
import type { RequestAccess } from '../callers/RequestAccess';
import { assertMayCreate } from './assertMayCreate';
import type { Actor } from '../requests/Actor';
import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestService } from '../requests/RequestService';
import type { RequestPresenter } from '../views/RequestPresenter';

/**
 * Lets people act on requests: after what may be read (404) and who may act at all (403), and before what the domain
 * refuses. The audit log is told of every attempt.
 */
export class RequestActing {
  readonly #access: RequestAccess;
  readonly #auditor: AuditorService;
  readonly #presenter: RequestPresenter;
  readonly #service: RequestService;

  constructor(options: {
    access: RequestAccess;
    auditor: AuditorService;
    presenter: RequestPresenter;
    service: RequestService;
  }) {
    this.#access = options.access;
    this.#auditor = options.auditor;
    this.#presenter = options.presenter;
    this.#service = options.service;
  }

  /** @returns the request that `run` gives, as it is then */
  async act(options: {
    id: string;
    action: RequestAction;
    credentials: BackstageCredentials<Principal>;
    run: (actor: Actor) => Promise<HatchRecord>;
  }): Promise<EscapeHatchRequest> {
    const { id, action, credentials, run } = options;
    const visit = await this.#access.visit(credentials);
    const record = await this.#access.find(id, visit);
    const { caller, rights } = visit;
    const { number, version, entityRef } = record;
    const done = await audited({
      auditor: this.#auditor,
      credentials,
      eventId: `request-${action.replace(/^request-/, '')}`,
      meta: { id, number, version, entityRef },
      act: async () => {
        assertPerson(caller);
        const missing = await rights.missing(action, record);
        if (missing) {
          throw new NotAllowedError(
            `Missing permission '${missing}' for request #${number}`,
          );
        }
        return run({ ref: caller.ref });
      },
    });
    return this.#presenter.presentOne(done, this.#access.again(visit));
  }

  async create(options: {
    draft: EscapeHatchDraft;
    credentials: BackstageCredentials<Principal>;
  }): Promise<EscapeHatchRequest> {
    const { draft, credentials } = options;
    const visit = await this.#access.visit(credentials);
    await this.#access.assertEntity(draft.entityRef, visit);
    const done = await audited({
      auditor: this.#auditor,
      credentials,
      eventId: 'request-create',
      meta: { entityRef: draft.entityRef, rules: draft.rules },
      act: async () =>
        this.#service.create({ draft, actor: await assertMayCreate(visit) }),
    });
    return this.#presenter.presentOne(done, this.#access.again(visit));
  }
}

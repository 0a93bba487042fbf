import type {
  EscapeHatchDraft,
  EscapeHatchEdit,
  PreviewProblem,
  RequestAction,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { AuditTrail } from '../audit/AuditTrail';
import type { HatchClock } from '../clock/HatchClock';
import type { EntityReader } from '../entities/EntityReader';
import type { Outbox } from '../outbox/Outbox';
import type { EscapeHatchSettings } from '../settings';
import type { Actor } from './Actor';
import type { Cap } from './content/capOf';
import type { HatchRecord } from './HatchRecord';
import { ClaimStore } from './overlap/ClaimStore';
import { overlapping, type Holder } from './overlap/overlapping';
import { RequestStore } from './RequestStore';
import { type ApproverLookup, Directory } from './standing/Directory';
import { mayDo } from './standing/mayDo';
import type { Question } from './standing/Question';
import { approve } from './transitions/approve';
import { byPortal } from './transitions/byPortal';
import { confirmOwner } from './transitions/confirmOwner';
import { create } from './transitions/create';
import { decline } from './transitions/decline';
import { edit } from './transitions/edit';
import { end } from './transitions/end';
import { askAbout } from './transitions/open';
import { preview } from './transitions/preview';
import { renew } from './transitions/renew';
import { review } from './transitions/review';
import { submit } from './transitions/submit';
import type { TransitionContext } from './transitions/TransitionContext';
import { TransitionWriter } from './transitions/TransitionWriter';

/** What every action on a request is told. */
interface ActionOptions {
  id: string;
  /** The version that the actor read. */
  expectedVersion: number;
  comment?: string;
  actor: Actor;
}

/** What the portal's own actions are told. */
interface PortalOptions {
  id: string;
  expectedVersion: number;
}

/** What somebody may do with a request. */
export interface Standing {
  /** Exactly what is possible now. */
  allowedActions: RequestAction[];
  /** Of the others: why not, a sentence. */
  denied: Partial<Record<RequestAction, string>>;
  isAdmin: boolean;
}

/**
 * The life of requests. Each method is one transition (a submission on creation and a superseding approval are two) in
 * one transaction: a conditional update of the request, one row of the audit trail, and what others are to be told.
 * What is refused is refused by NotFoundError, NotAllowedError, ConflictError or InputError, in the order of the API.
 */
export class RequestService {
  readonly #context: TransitionContext;

  constructor(deps: {
    knex: Knex;
    clock: Pick<HatchClock, 'now'>;
    settings: EscapeHatchSettings;
    entities: Pick<EntityReader, 'read' | 'readMany'>;
    approvers: ApproverLookup;
    outbox: Pick<Outbox, 'add' | 'nudge'>;
  }) {
    const { knex, outbox } = deps;
    this.#context = {
      ...deps,
      store: new RequestStore({ knex }),
      claims: new ClaimStore(),
      writer: new TransitionWriter({
        ...deps,
        audit: new AuditTrail({ knex }),
      }),
      nudge: () => outbox.nudge(),
    };
  }

  async create(options: {
    draft: EscapeHatchDraft;
    actor: Actor;
  }): Promise<HatchRecord> {
    return this.#read(await create(this.#context, options));
  }

  async edit(options: {
    id: string;
    edit: EscapeHatchEdit;
    actor: Actor;
  }): Promise<HatchRecord> {
    await edit(this.#context, options);
    return this.#read(options.id);
  }

  async submit(options: ActionOptions): Promise<HatchRecord> {
    await submit(this.#context, options);
    return this.#read(options.id);
  }

  async approve(options: ActionOptions): Promise<HatchRecord> {
    await approve(this.#context, options);
    return this.#read(options.id);
  }

  async reject(options: ActionOptions): Promise<HatchRecord> {
    await decline(this.#context, { ...options, action: 'reject' });
    return this.#read(options.id);
  }

  async requestChanges(options: ActionOptions): Promise<HatchRecord> {
    await decline(this.#context, { ...options, action: 'request-changes' });
    return this.#read(options.id);
  }

  async withdraw(options: ActionOptions): Promise<HatchRecord> {
    await end(this.#context, { ...options, action: 'withdraw' });
    return this.#read(options.id);
  }

  async revoke(options: ActionOptions): Promise<HatchRecord> {
    await end(this.#context, { ...options, action: 'revoke' });
    return this.#read(options.id);
  }

  /** @returns the new request; the old one stays as it is until that one is approved */
  async renew(
    options: ActionOptions & { expiresAt: string },
  ): Promise<HatchRecord> {
    return this.#read(await renew(this.#context, options));
  }

  async review(
    options: ActionOptions & {
      outcome: 'keep' | 'shorten' | 'revoke';
      expiresAt?: string;
    },
  ): Promise<HatchRecord> {
    await review(this.#context, options);
    return this.#read(options.id);
  }

  async confirmOwner(options: ActionOptions): Promise<HatchRecord> {
    await confirmOwner(this.#context, options);
    return this.#read(options.id);
  }

  /** Ends a request that nobody has decided in time. */
  async lapse(options: PortalOptions): Promise<HatchRecord> {
    await byPortal(this.#context, { ...options, action: 'lapse' });
    return this.#read(options.id);
  }

  /** Ends a request whose entity has gone. */
  async entityRemoved(options: PortalOptions): Promise<HatchRecord> {
    await byPortal(this.#context, { ...options, action: 'entity-removed' });
    return this.#read(options.id);
  }

  /** Notes new owners, who are to confirm the escape hatch. */
  async ownerChanged(
    options: PortalOptions & { owners: string[] },
  ): Promise<HatchRecord> {
    await byPortal(this.#context, { ...options, action: 'owner-changed' });
    return this.#read(options.id);
  }

  /** What the submission of a draft would meet; stores nothing. `cap` is undefined where no rule of it exists. */
  async preview(options: { draft: EscapeHatchDraft; actor: Actor }): Promise<{
    stages: RuleStage[];
    owners: string[];
    cap: Cap | undefined;
    overlaps: string[];
    problems: PreviewProblem[];
  }> {
    return preview(this.#context, options);
  }

  /** What somebody may do now, by the checks that the transitions are refused by. */
  async mayDo(options: {
    record: HatchRecord;
    actor: Actor;
  }): Promise<Standing> {
    const { record, actor } = options;
    const [standing] = await this.mayDoAll({ records: [record], actor });
    return standing;
  }

  /**
   * The same for many requests, with the catalog read once for all of them.
   *
   * @param options.directory - where the catalog has been asked already for the same answer
   */
  async mayDoAll(options: {
    records: HatchRecord[];
    actor: Actor;
    directory?: Directory;
  }): Promise<Standing[]> {
    const { records, actor } = options;
    const { directory = new Directory(this.#context) } = options;
    await directory.prepare(records.map(({ entityRef }) => entityRef));
    const isAdmin = await directory.isAdmin(
      actor.ref.toLocaleLowerCase('en-US'),
    );
    const overlaps = this.#overlapsOf(records);
    const standings: Standing[] = [];
    for (const record of records) {
      const question = askAbout(this.#context, record, actor, directory);
      standings.push({ ...(await mayDo({ ...question, overlaps })), isAdmin });
    }
    return standings;
  }

  /** Who holds what the requests claim, read when it is first asked, for all of them. */
  #overlapsOf(records: HatchRecord[]): Question['overlaps'] {
    const { claims, clock, knex } = this.#context;
    const entityRefs = records.map(({ entityRef }) => entityRef);
    let holders: Promise<Holder[]> | undefined;
    return async claim => {
      holders ??= claims.holders(knex, entityRefs, clock.now());
      return overlapping(await holders, claim);
    };
  }

  async #read(id: string): Promise<HatchRecord> {
    return (await this.#context.store.get(id))!;
  }
}

import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Caller as Principal } from '@golden-path/backstage-http-api';
import { escapeHatchRequestReadPermission as READ } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { ApproverResolver } from '../approvers/ApproverResolver';
import type { HatchClock } from '../clock/HatchClock';
import type { EntityReader } from '../entities/EntityReader';
import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestStore } from '../requests/RequestStore';
import { Directory } from '../requests/standing/Directory';
import type { EscapeHatchSettings } from '../settings';
import { toCaller } from './Caller';
import { isParty } from './isParty';
import { readRights } from './readRights';
import type { Visit } from './Visit';

/**
 * Who may read which requests: those that the permission lets through, of entities that the catalog shows to the
 * caller. Whoever has to do with a request may read it without seeing its entity, and requests of an entity that is
 * gone from the catalog stay with those whom the permission lets through.
 */
export class RequestAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #permissionsRegistry: PermissionsRegistryService;
  readonly #approvers: ApproverResolver;
  readonly #clock: HatchClock;
  readonly #entities: EntityReader;
  readonly #store: RequestStore;
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    approvers: ApproverResolver;
    clock: HatchClock;
    entities: EntityReader;
    store: RequestStore;
    settings: EscapeHatchSettings;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#permissionsRegistry = options.permissionsRegistry;
    this.#approvers = options.approvers;
    this.#clock = options.clock;
    this.#entities = options.entities;
    this.#store = options.store;
    this.#settings = options.settings;
  }

  /** @throws NotAllowedError where the caller may read no request at all */
  async visit(credentials: BackstageCredentials<Principal>): Promise<Visit> {
    const caller = toCaller(credentials, this.#settings);
    const reading = this.#reading();
    const { adminGroup, securityGroup } = this.#settings;
    const [rights, groups] = await Promise.all([
      readRights({
        permissions: this.#permissions,
        permissionsRegistry: this.#permissionsRegistry,
        caller,
      }),
      caller.type === 'person' ? reading.approvers.groupsOf(caller.ref) : [],
      // Most requests wait for them; it costs no further question to the catalog.
      reading.approvers.expand([adminGroup, securityGroup]),
    ]);
    rights.assertMayRead();
    return { caller, rights, groups, ...reading };
  }

  /** The same visit after something was done: it changes nothing in the catalog, but time goes on. */
  again(visit: Visit): Visit {
    return { ...visit, now: this.#clock.now() };
  }

  /**
   * For answers that tell of no request as such.
   *
   * @throws NotAllowedError where the caller may read no request at all
   */
  async assertMayRead(credentials: BackstageCredentials): Promise<void> {
    if ((await this.#mayRead(credentials)) === AuthorizeResult.DENY) {
      throw new NotAllowedError(`Missing permission '${READ.name}'`);
    }
  }

  /**
   * For answers that are worth nothing unless they are whole.
   *
   * @throws NotAllowedError where there is any request that the caller may not read
   */
  async assertMayReadAll(credentials: BackstageCredentials): Promise<void> {
    if ((await this.#mayRead(credentials)) !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Missing permission '${READ.name}' for all requests`,
      );
    }
  }

  /** @throws NotFoundError for what there is not, or what the caller may not read */
  async find(id: string, visit: Visit): Promise<HatchRecord> {
    const record = await this.#store.get(id);
    const [found] = record ? await this.readable([record], visit) : [];
    if (!found) {
      throw new NotFoundError(`No request found with id '${id}'`);
    }
    return found;
  }

  /** Those that the caller may read, in their order. */
  async readable(records: HatchRecord[], visit: Visit): Promise<HatchRecord[]> {
    const { rights, groups, caller } = visit;
    const allowed = records.filter(record => rights.mayRead(record));
    if (caller.type === 'service') {
      return allowed;
    }
    const hidden = await this.#hidden(
      allowed
        .filter(record => !isParty(record, { groups }))
        .map(({ entityRef }) => entityRef),
      visit,
    );
    return allowed.filter(
      record => isParty(record, { groups }) || !hidden.has(record.entityRef),
    );
  }

  /** @throws NotFoundError for an entity that there is not, or that the caller may not read */
  async assertEntity(entityRef: string, { caller }: Visit): Promise<void> {
    const credentials =
      caller.type === 'service'
        ? await this.#auth.getOwnServiceCredentials()
        : caller.credentials;
    const missing = await this.#missing([entityRef], credentials);
    if (missing.length > 0) {
      throw new NotFoundError(`No entity found with ref '${entityRef}'`);
    }
  }

  #reading(): Pick<Visit, 'approvers' | 'directory' | 'now'> {
    const approvers = this.#approvers.forOneAnswer();
    return {
      approvers,
      directory: new Directory({ entities: this.#entities, approvers }),
      now: this.#clock.now(),
    };
  }

  async #mayRead(credentials: BackstageCredentials): Promise<AuthorizeResult> {
    const [{ result }] = await this.#permissions.authorizeConditional(
      [{ permission: READ }],
      { credentials },
    );
    return result;
  }

  /** Those of the entities that exist and that the caller may not read. */
  async #hidden(entityRefs: string[], { caller }: Visit): Promise<Set<string>> {
    const unseen = await this.#missing(entityRefs, caller.credentials);
    const gone = await this.#missing(
      unseen,
      await this.#auth.getOwnServiceCredentials(),
    );
    return new Set(unseen.filter(ref => !gone.includes(ref)));
  }

  async #missing(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const entityRefs = [...new Set(refs)];
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    return entityRefs.filter((_, index) => items[index] === undefined);
  }
}

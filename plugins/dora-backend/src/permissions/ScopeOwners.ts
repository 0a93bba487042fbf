import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScopeResolver } from '../scope/ScopeResolver';
import type { DoraScope } from './doraScopeResourceRef';

/** Finds out whose scopes are, for rules of permissions. */
export class ScopeOwners {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #scopes: Pick<ScopeResolver, 'ownersOf'>;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    scopes: Pick<ScopeResolver, 'ownersOf'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#scopes = options.scopes;
  }

  /** In the order of the refs; undefined for what the catalog has not got. */
  async read(refs: string[]): Promise<(DoraScope | undefined)[]> {
    return Promise.all(refs.map(ref => this.#read(ref)));
  }

  async #read(ref: string): Promise<DoraScope | undefined> {
    if (ref === 'all') {
      return { ref, owners: [] };
    }
    const entity = await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return undefined;
    }
    if (['group', 'user'].includes(parseEntityRef(ref).kind)) {
      const scope = await this.#scopes.ownersOf(ref);
      return { ref, owners: scope.kind === 'owners' ? scope.owners : [] };
    }
    return {
      ref,
      owners: (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef),
    };
  }
}

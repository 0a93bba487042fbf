import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_HAS_PART } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogAccess } from '@golden-path/backstage-http-api';
import type { Knex } from 'knex';
import type { Scope } from './Scope';

/** Domains may hold domains; deeper nesting than this is a mistake in the catalog. */
const DEPTH = 10;

/** Finds out which services a scope is about, as far as the caller may read it. */
export class ScopeResolver {
  readonly #knex: Knex;
  readonly #access: CatalogAccess;

  constructor(options: { knex: Knex; access: CatalogAccess }) {
    this.#knex = options.knex;
    this.#access = options.access;
  }

  /**
   * @param ref - `all` or a full entity ref
   * @throws NotFoundError when the catalog has no such entity for the caller
   * @throws InputError for an entity of a kind that delivers nothing
   */
  async resolve(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Scope> {
    if (ref === 'all') {
      return { kind: 'all', ref };
    }
    const { kind } = parseEntityRef(ref);
    if (!['component', 'system', 'domain', 'group', 'user'].includes(kind)) {
      throw new InputError(
        `scope: expected 'all' or a component, system, domain or group, got '${ref}'`,
      );
    }
    const entity = await this.#access.entity(ref, credentials);
    if (!entity) {
      throw new NotFoundError(`No scope found with ref '${ref}'`);
    }
    switch (kind) {
      case 'component':
        return { kind: 'services', ref, entityRefs: [ref] };
      case 'system':
      case 'domain':
        return this.#servicesOf(ref, credentials);
      default:
        return this.ownersOf(ref);
    }
  }

  /**
   * Asks which services of a list the caller may read; undefined for a scope whose services are known to be readable.
   * Each service is asked about once.
   */
  readable(
    scope: Scope,
    credentials: BackstageCredentials,
  ): ((entityRefs: string[]) => Promise<Set<string>>) | undefined {
    if (scope.kind === 'services') {
      return undefined;
    }
    const readable = new Set<string>();
    const asked = new Set<string>();
    return async entityRefs => {
      const refs = [...new Set(entityRefs)].filter(ref => !asked.has(ref));
      refs.forEach(ref => asked.add(ref));
      const found = await this.#access.readable(refs, credentials);
      found.forEach(ref => readable.add(ref));
      return readable;
    };
  }

  /** A group with its descendants. */
  async ownersOf(ref: string): Promise<Scope> {
    const groups: { group_ref: string; parent_ref: string | null }[] =
      await this.#knex('dora_groups').select('group_ref', 'parent_ref');
    const owners = new Set([ref]);
    // A set grows while it is walked, and what it has already is not walked twice.
    for (const owner of owners) {
      for (const group of groups) {
        if (group.parent_ref === owner) {
          owners.add(group.group_ref);
        }
      }
    }
    return { kind: 'owners', ref, owners: [...owners] };
  }

  /** The components of a system, or of all systems of a domain, that the caller may read. */
  async #servicesOf(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Scope> {
    const systems = new Set<string>();
    const seen = new Set<string>();
    let level = [ref];
    for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
      const next: string[] = [];
      for (const container of level.filter(it => !seen.has(it))) {
        seen.add(container);
        if (parseEntityRef(container).kind === 'system') {
          systems.add(container);
        } else {
          const entity = await this.#access.entity(container, credentials);
          next.push(
            ...(entity?.relations ?? [])
              .filter(({ type }) => type === RELATION_HAS_PART)
              .map(({ targetRef }) => targetRef)
              .filter(it =>
                ['system', 'domain'].includes(parseEntityRef(it).kind),
              ),
          );
        }
      }
      level = next;
    }
    const entityRefs: string[] = await this.#knex('dora_services')
      .whereIn('system_ref', [...systems])
      .pluck('entity_ref');
    const readable = await this.#access.readable(entityRefs, credentials);
    return { kind: 'services', ref, entityRefs: [...readable] };
  }
}

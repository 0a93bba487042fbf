import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Refs of one request to the catalog. */
const BATCH = 100;

/** What a request is bound to. */
export interface HatchEntity {
  /** Full, lower-case. */
  entityRef: string;
  /** The catalog's, new when an entity is registered again. */
  uid: string;
  /** Full, lower-case refs. */
  owners: string[];
  title?: string;
}

/** Reads entities with the plugin's own credentials. */
export class EntityReader {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** Undefined for what the catalog has not got. */
  async read(entityRef: string): Promise<HatchEntity | undefined> {
    const [entity] = await this.readMany([entityRef]);
    return entity;
  }

  /** In the order of the refs; undefined for what the catalog has not got. */
  async readMany(entityRefs: string[]): Promise<(HatchEntity | undefined)[]> {
    const found: (HatchEntity | undefined)[] = [];
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const refs = entityRefs
        .slice(start, start + BATCH)
        .map(ref => ref.toLocaleLowerCase('en-US'));
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind', 'metadata', 'relations'] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      found.push(...refs.map((ref, index) => toHatchEntity(ref, items[index])));
    }
    return found;
  }

  /** How many components the catalog has. */
  async count(): Promise<number> {
    const { totalItems } = await this.#catalog.queryEntities(
      { filter: { kind: 'component' }, fields: ['kind'], limit: 1 },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }
}

function toHatchEntity(
  entityRef: string,
  entity: Entity | undefined,
): HatchEntity | undefined {
  if (!entity) {
    return undefined;
  }
  const { uid, title } = entity.metadata;
  if (!uid) {
    throw new Error(`The catalog told no uid of '${entityRef}'`);
  }
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return { entityRef, uid, owners: [...new Set(owners)], title };
}

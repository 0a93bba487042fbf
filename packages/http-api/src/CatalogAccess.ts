import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/**
 * Who may read what: the plugin's own permission, and the catalog's for each entity.
 *
 * @public
 */
export class CatalogAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #readPermission: BasicPermission;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
    /** What reading the plugin's data needs. */
    readPermission: BasicPermission;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#readPermission = options.readPermission;
  }

  /**
   * For every route that reads the plugin's data.
   *
   * @throws NotAllowedError that names the permission
   */
  async assertMayRead(credentials: BackstageCredentials): Promise<void> {
    await this.assertAllowed(this.#readPermission, credentials);
  }

  /**
   * For routes that need another permission than the one to read.
   *
   * @throws NotAllowedError that names the permission
   */
  async assertAllowed(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Missing permission '${permission.name}'`);
    }
  }

  /** The entity, if it exists and the caller may read it. */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#catalogCredentials(credentials),
    });
  }

  /** Those of the entities that exist and that the caller may read. */
  async readable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    if (refs.length === 0) {
      return new Set();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind'] },
      { credentials: await this.#catalogCredentials(credentials) },
    );
    return new Set(refs.filter((_, index) => items[index] !== undefined));
  }

  /**
   * The catalog lets every service read, but a token whose access is restricted to this plugin, as that of CI
   * should be, cannot be passed on to it.
   */
  async #catalogCredentials(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    return this.#auth.isPrincipal(credentials, 'service')
      ? this.#auth.getOwnServiceCredentials()
      : credentials;
  }
}

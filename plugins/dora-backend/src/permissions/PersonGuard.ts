import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Lets people, and only people, say something about a scope. */
export class PersonGuard {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;

  constructor(options: { auth: AuthService; permissions: PermissionsService }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
  }

  /**
   * @returns who speaks
   * @throws NotAllowedError for a service, whose word is nobody's, and without the permission for the scope
   */
  async identify(options: {
    permission: ResourcePermission;
    scope: string;
    credentials: BackstageCredentials;
  }): Promise<string> {
    const { permission, scope, credentials } = options;
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        `'${permission.name}' is for people; expected the token of a user`,
      );
    }
    const [{ result }] = await this.#permissions.authorize(
      [{ permission, resourceRef: scope }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Missing permission '${permission.name}' for '${scope}'`,
      );
    }
    return credentials.principal.userEntityRef;
  }
}

import { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { getEntitySourceLocation, Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';

interface Pusher {
  subject: string;
  entities: string[];
}

/**
 * Who may push measurements for which entity: CI of the entity's own repository, and the subjects of the
 * configuration.
 */
export class PusherPolicy {
  readonly #pushers: Pusher[];
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    pushers: Pusher[];
    integrations: ScmIntegrationRegistry;
  }) {
    this.#pushers = options.pushers;
    this.#integrations = options.integrations;
  }

  static fromConfig(config: Config): PusherPolicy {
    return new PusherPolicy({
      integrations: ScmIntegrations.fromConfig(config),
      pushers: (config.getOptionalConfigArray('slo.pushers') ?? []).map(
        pusher => ({
          subject: pusher.getString('subject'),
          entities: pusher.getStringArray('entities').map(ref => {
            if (ref !== '*' && !/^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) {
              throw new InputError(
                `slo.pushers: expected '*' or a full entity ref such as component:default/api-service, got '${ref}'`,
              );
            }
            return ref.toLocaleLowerCase('en-US');
          }),
        }),
      ),
    });
  }

  /** @throws NotAllowedError that names subject and entity */
  assertMayPush(
    principal: BackstageServicePrincipal,
    entityRef: string,
    entity: Entity | undefined,
  ): void {
    const { subject } = principal;
    const isConfigured = this.#pushers.some(
      pusher =>
        pusher.subject === subject &&
        pusher.entities.some(ref => ref === '*' || ref === entityRef),
    );
    if (!isConfigured && !(entity && this.#speaksFor(subject, entity))) {
      throw new NotAllowedError(
        `Subject '${subject}' may not push samples for '${entityRef}'; expected CI of its repository or an entry in slo.pushers`,
      );
    }
  }

  /**
   * Whether a token's subject is CI of the entity's repository: `repo:<owner>/<name>:…` as GitHub's tokens have
   * it, `project_path:<group>/<name>:…` as GitLab's have it. A token of the one says nothing about repositories of
   * the other.
   */
  #speaksFor(subject: string, entity: Entity): boolean {
    const claim =
      /^(?:external:)?(repo|project_path):([^:/]+\/[^:]+)(?::|$)/.exec(subject);
    const url = claim && sourceUrl(entity);
    if (!claim || !url) {
      return false;
    }
    const [, kind, repository] = claim;
    const provider = kind === 'repo' ? 'github' : 'gitlab';
    if (this.#integrations.byUrl(url)?.type !== provider) {
      return false;
    }
    const path = url.pathname;
    return (
      path === `/${repository}` ||
      path === `/${repository}.git` ||
      path.startsWith(`/${repository}/`)
    );
  }
}

/** Where the entity's sources are; undefined where its annotation is no URL, for it is written by hand. */
function sourceUrl(entity: Entity): URL | undefined {
  try {
    const { type, target } = getEntitySourceLocation(entity);
    return type === 'url' ? new URL(target) : undefined;
  } catch {
    return undefined;
  }
}

import { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import type { PushTarget } from './PushTarget';

interface Pusher {
  subject: string;
  entities: string[];
}

/**
 * Who may push for which entity: CI of the entity's own repository, and the subjects of the configuration.
 *
 * @public
 */
export class PusherPolicy {
  readonly #key: string;
  readonly #pushed: string;
  readonly #pushers: Pusher[];
  readonly #integrations: ScmIntegrationRegistry;

  private constructor(options: {
    key: string;
    pushed: string;
    pushers: Pusher[];
    integrations: ScmIntegrationRegistry;
  }) {
    this.#key = options.key;
    this.#pushed = options.pushed;
    this.#pushers = options.pushers;
    this.#integrations = options.integrations;
  }

  /**
   * Reads `<key>.pushers`, and the integrations that tell a repository's host.
   *
   * @throws InputError where an entity ref is neither full nor `*`
   */
  static fromConfig(
    config: Config,
    options: {
      /** Root key of the plugin's configuration, which holds the list `pushers`. */
      key: 'slo' | 'dora' | 'goldenPath';
      /** What is pushed, as messages name it: `samples`. */
      pushed: string;
    },
  ): PusherPolicy {
    const key = `${options.key}.pushers`;
    return new PusherPolicy({
      key,
      pushed: options.pushed,
      integrations: ScmIntegrations.fromConfig(config),
      pushers: (config.getOptionalConfigArray(key) ?? []).map(pusher => ({
        subject: pusher.getString('subject'),
        entities: pusher.getStringArray('entities').map(ref => {
          if (ref !== '*' && !/^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) {
            throw new InputError(
              `${key}: expected '*' or a full entity ref such as component:default/api-service, got '${ref}'`,
            );
          }
          return ref.toLocaleLowerCase('en-US');
        }),
      })),
    });
  }

  /** Whether the configuration lets the principal push for everything, known to the catalog or not. */
  mayPushAll({ subject }: BackstageServicePrincipal): boolean {
    return this.#isConfigured(subject, '*');
  }

  /** Whether the principal speaks for the entity, by the configuration or as CI of its repository. */
  mayPush(
    { subject }: BackstageServicePrincipal,
    { entityRef, sourceUrl }: PushTarget,
  ): boolean {
    return (
      this.#isConfigured(subject, '*') ||
      this.#isConfigured(subject, entityRef) ||
      (sourceUrl !== undefined && this.#speaksFor(subject, sourceUrl))
    );
  }

  /**
   * For one push, which may be for several entities: all or nothing.
   *
   * @throws NotAllowedError that names the subject and the first entity that it may not push for
   */
  assertMayPush(
    principal: BackstageServicePrincipal,
    targets: PushTarget[],
  ): void {
    const refused = targets.find(target => !this.mayPush(principal, target));
    if (refused) {
      throw new NotAllowedError(
        `Subject '${principal.subject}' may not push ${this.#pushed} for '${
          refused.entityRef
        }'; expected CI of its repository or an entry in ${this.#key}`,
      );
    }
  }

  #isConfigured(subject: string, entityRef: string): boolean {
    return this.#pushers.some(
      pusher =>
        pusher.subject === subject && pusher.entities.includes(entityRef),
    );
  }

  /**
   * Whether a token's subject is CI of the repository: `repo:<owner>/<name>:…` as GitHub's tokens have it,
   * `project_path:<group>/<name>:…` as GitLab's have it. A token of the one says nothing about repositories of the
   * other.
   */
  #speaksFor(subject: string, sourceUrl: string): boolean {
    const claim =
      /^(?:external:)?(repo|project_path):([^:/]+\/[^:]+)(?::|$)/.exec(subject);
    if (!claim || !URL.canParse(sourceUrl)) {
      return false;
    }
    const [, kind, repository] = claim;
    const url = new URL(sourceUrl);
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

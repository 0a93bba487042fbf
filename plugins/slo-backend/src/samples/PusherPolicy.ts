import { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { getEntitySourceLocation, Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';

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

  constructor(pushers: Pusher[]) {
    this.#pushers = pushers;
  }

  static fromConfig(config: Config): PusherPolicy {
    return new PusherPolicy(
      (config.getOptionalConfigArray('slo.pushers') ?? []).map(pusher => ({
        subject: pusher.getString('subject'),
        entities: pusher.getStringArray('entities').map(ref => {
          if (ref !== '*' && !/^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) {
            throw new InputError(
              `slo.pushers: expected '*' or a full entity ref such as component:default/api-service, got '${ref}'`,
            );
          }
          return ref.toLocaleLowerCase('en-US');
        }),
      })),
    );
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
    if (!isConfigured && !(entity && speaksFor(subject, entity))) {
      throw new NotAllowedError(
        `Subject '${subject}' may not push samples for '${entityRef}'; expected CI of its repository or an entry in slo.pushers`,
      );
    }
  }
}

/**
 * Whether a token's subject is CI of the entity's repository: `repo:<owner>/<name>:…` as GitHub's tokens have
 * it, `project_path:<group>/<name>:…` as GitLab's have it.
 */
function speaksFor(subject: string, entity: Entity): boolean {
  const repository = /^(?:external:)?(?:repo|project_path):([^:/]+\/[^:]+)(?::|$)/.exec(
    subject,
  )?.[1];
  if (!repository) {
    return false;
  }
  let path: string;
  try {
    path = new URL(getEntitySourceLocation(entity).target).pathname;
  } catch {
    return false;
  }
  return (
    path === `/${repository}` ||
    path.startsWith(`/${repository}/`) ||
    path === `/${repository}.git`
  );
}

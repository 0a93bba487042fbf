import { audited } from '@golden-path/backstage-http-api';
import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  doraFailureLinkCreatePermission,
  type FailureOverrule,
} from '@golden-path/backstage-plugin-dora-common';
import type { DeploymentRow } from '../deployments/DeploymentRow';
import type { DeploymentStore } from '../deployments/DeploymentStore';
import type { EventRecorder } from '../facts/EventRecorder';
import type { PersonGuard } from '../permissions/PersonGuard';
import type { OverruleStore } from './OverruleStore';

/** Lets a person's word about a deployment prevail over every rule. */
export class Overruling {
  readonly #overrules: OverruleStore;
  readonly #deployments: Pick<DeploymentStore, 'get'>;
  readonly #recorder: Pick<EventRecorder, 'rederive'>;
  readonly #guard: PersonGuard;
  readonly #auditor: AuditorService;

  constructor(options: {
    overrules: OverruleStore;
    deployments: Pick<DeploymentStore, 'get'>;
    recorder: Pick<EventRecorder, 'rederive'>;
    guard: PersonGuard;
    auditor: AuditorService;
  }) {
    this.#overrules = options.overrules;
    this.#deployments = options.deployments;
    this.#recorder = options.recorder;
    this.#guard = options.guard;
    this.#auditor = options.auditor;
  }

  /** @throws InputError for a cause that there is not */
  async overrule(options: {
    deployment: DeploymentRow;
    overrule: FailureOverrule;
    credentials: BackstageCredentials;
    now: number;
  }): Promise<void> {
    const { deployment, overrule, credentials, now } = options;
    const { failed, cause, reason } = overrule;
    await audited({
      auditor: this.#auditor,
      credentials,
      eventId: 'failure-link-overrule',
      meta: {
        deploymentId: deployment.id,
        entityRef: deployment.entity_ref,
        failed,
        reason,
        ...(cause && { cause: { ...cause } }),
      },
      act: async () => {
        const by = await this.#guard.identify({
          permission: doraFailureLinkCreatePermission,
          scope: deployment.entity_ref,
          credentials,
        });
        await this.#assertCause(deployment, cause);
        // All or nothing: an overrule that is stored has its effect.
        await this.#recorder.rederive({
          entityRefs: [deployment.entity_ref],
          within: async tx => {
            const seq = await this.#overrules.firstEvidence(tx, deployment.id);
            if (seq === undefined) {
              throw new NotFoundError(
                `Deployment '${deployment.id}' has no event any more that could be overruled`,
              );
            }
            await this.#overrules.add(tx, {
              event_seq: seq,
              entity_ref: deployment.entity_ref,
              failed,
              cause_incident: cause?.incidentId ?? null,
              cause_deployment: cause?.deploymentId ?? null,
              reason,
              by_ref: by,
              at: now,
            });
          },
        });
      },
    });
  }

  async #assertCause(
    deployment: DeploymentRow,
    cause: FailureOverrule['cause'],
  ): Promise<void> {
    const { incidentId, deploymentId } = cause ?? {};
    if (
      incidentId !== undefined &&
      !(await this.#overrules.hasIncident(incidentId))
    ) {
      throw new InputError(
        `cause.incidentId: No incident found with id '${incidentId}'`,
      );
    }
    if (deploymentId === deployment.id) {
      throw new InputError(
        `cause.deploymentId: expected another deployment than '${deploymentId}' itself`,
      );
    }
    if (
      deploymentId !== undefined &&
      !(await this.#deployments.get(deploymentId))
    ) {
      throw new InputError(
        `cause.deploymentId: No deployment found with id '${deploymentId}'`,
      );
    }
  }
}

import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { toInstant } from '../database/instants';
import type { Slo } from '../slos/Slo';
import type { PolicyStep } from './replayPolicy';

/**
 * Older steps come of history that was loaded late, and nobody is told of them any more. A day, so that what
 * happened while a source was down for a night is told when its data have come.
 */
const NEWS_SECONDS = 86_400;

/** Tells owner and audit log what policies began or ceased to ask for. */
export class PolicyAnnouncer {
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;

  constructor(options: {
    auditor: AuditorService;
    logger: LoggerService;
    notifications: NotificationService;
  }) {
    this.#auditor = options.auditor;
    this.#logger = options.logger;
    this.#notifications = options.notifications;
  }

  async announce(
    changes: { slo: Slo; steps: PolicyStep[] }[],
    now: number,
  ): Promise<void> {
    for (const { slo, steps } of changes) {
      for (const step of steps) {
        await this.#audit(slo, step);
      }
      const latest = steps.filter(step => step.at > now - NEWS_SECONDS).at(-1);
      if (latest) {
        await this.tellOwner(slo, {
          title: latest.entered
            ? latest.action
            : `No longer in force: ${latest.action}`,
          description: `${slo.name} of ${slo.entityRef} has used ${percent(
            latest.consumed,
          )} of its error budget (threshold ${percent(latest.threshold)}).`,
          topic: 'error-budget-policy',
          severity:
            latest.entered && latest.effect === 'freeze' ? 'high' : 'normal',
        });
      }
    }
  }

  /** A notice that cannot be sent is logged; it must not undo what it tells of. */
  async tellOwner(
    slo: Slo,
    notice: {
      title: string;
      description: string;
      topic: string;
      severity: 'normal' | 'high';
    },
  ): Promise<void> {
    if (!slo.ownerRef) {
      return;
    }
    const { kind, namespace, name } = parseEntityRef(slo.entityRef);
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: slo.ownerRef },
        payload: {
          ...notice,
          link: `/catalog/${namespace}/${kind}/${name}/slos`,
          scope: `${notice.topic}:${slo.id}`,
        },
      });
    } catch (error) {
      this.#logger.warn(
        `'${slo.ownerRef}' could not be notified about SLO '${slo.name}' of '${
          slo.entityRef
        }': ${isError(error) ? error.message : error}`,
      );
    }
  }

  async #audit(slo: Slo, step: PolicyStep): Promise<void> {
    const event = await this.#auditor.createEvent({
      eventId: 'policy-change',
      severityLevel: 'medium',
      meta: {
        entityRef: slo.entityRef,
        slo: slo.name,
        at: toInstant(step.at),
        threshold: step.threshold,
        effect: step.effect,
        entered: step.entered,
        consumed: step.consumed,
      },
    });
    await event.success();
  }
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}

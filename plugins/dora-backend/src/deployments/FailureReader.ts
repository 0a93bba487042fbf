import type {
  DeploymentDetail,
  FailureMethod,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import type {
  DeploymentContext,
  FailureCause,
  NamedDeployment,
  NamedIncident,
} from './DeploymentContext';
import type { DeploymentRow } from './DeploymentRow';
import type { DeploymentStore } from './DeploymentStore';
import { explainMethod } from './explainMethod';

/** From the most to the least certain. */
const METHODS: readonly FailureMethod[] = [
  'person',
  'explicit',
  'rollback',
  'revert',
  'hotfix',
  'same-service',
];

const CONFIDENCE = {
  person: 'certain',
  explicit: 'certain',
  rollback: 'high',
  revert: 'high',
  hotfix: 'medium',
  'same-service': 'low',
} as const;

type CausingChange = NonNullable<
  NonNullable<DeploymentDetail['failureLink']>['cause']['change']
>;

/** Reads why a deployment failed and how it recovered. */
export class FailureReader {
  readonly #knex: Knex;
  readonly #deployments: DeploymentStore;
  readonly #timeZone: string;

  constructor(options: {
    knex: Knex;
    deployments: DeploymentStore;
    timeZone: string;
  }) {
    this.#knex = options.knex;
    this.#deployments = options.deployments;
    this.#timeZone = options.timeZone;
  }

  /** The most certain first. */
  async causes(row: DeploymentRow): Promise<FailureCause[]> {
    const links: {
      method: FailureMethod;
      cause_type: string;
      cause_id: string;
    }[] = await this.#knex('dora_failure_links').where('deployment_id', row.id);
    links.sort((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method));
    const ids = (type: string) =>
      links.flatMap(link => (link.cause_type === type ? [link.cause_id] : []));
    const [deployments, incidents] = await Promise.all([
      this.#deployments.byIds(ids('deployment')),
      this.#incidents(ids('incident')),
    ]);
    return Promise.all(
      links.map(async ({ method, cause_id: id }) => {
        const deployment = deployments.find(cause => cause.id === id);
        const incident = incidents.find(cause => cause.id === id);
        return {
          method,
          ...(deployment && { deployment: toNamed(deployment) }),
          ...(incident && { incident }),
          ...(method === 'rollback' &&
            deployment && {
              undone: await this.#deployments.undoneBy(deployment),
            }),
        };
      }),
    );
  }

  /** What ended the failure. */
  async recoveredBy(
    row: DeploymentRow,
  ): Promise<DeploymentContext['recoveredBy']> {
    if (row.recovered_by === null) {
      return {};
    }
    const [[deployment], [incident]] = await Promise.all([
      this.#deployments.byIds([row.recovered_by]),
      this.#incidents([row.recovered_by]),
    ]);
    return {
      ...(deployment && { deployment: toNamed(deployment) }),
      ...(incident && { incident }),
    };
  }

  /** The change that reverts one of the failed deployment, or that is all that the hotfix ships. */
  async #change(
    failed: DeploymentRow,
    { method, deployment }: FailureCause,
  ): Promise<CausingChange | undefined> {
    if (!deployment || (method !== 'revert' && method !== 'hotfix')) {
      return undefined;
    }
    const rows = await this.#knex('dora_shipped as s')
      .join('dora_changes as c', 'c.id', 's.change_id')
      .whereIn('s.deployment_id', [failed.id, deployment.id])
      .orderBy(['c.merged_at', 'c.id'])
      .select('s.deployment_id', 'c.repository', 'c.sha', 'c.number')
      .select('c.title', 'c.url', 'c.reverts');
    const own = rows.filter(row => row.deployment_id === failed.id);
    const others = rows.filter(row => row.deployment_id === deployment.id);
    const change =
      method === 'revert'
        ? others.find(other => own.some(one => isReverted(one, other)))
        : others.length === 1 && others[0];
    return change
      ? {
          sha: change.sha,
          title: change.title,
          ...(change.url !== null && { url: change.url }),
        }
      : undefined;
  }

  async #incidents(ids: string[]): Promise<NamedIncident[]> {
    if (ids.length === 0) {
      return [];
    }
    const rows = await this.#knex('dora_incidents').whereIn('id', ids);
    return rows.map(row => ({
      id: row.id,
      title: row.title,
      openedAt: Number(row.opened_at),
      resolvedAt: row.resolved_at === null ? null : Number(row.resolved_at),
      ...(row.url !== null && { url: row.url }),
    }));
  }

  /** The most certain cause, with what its rule saw. */
  async link(
    row: DeploymentRow,
    causes: FailureCause[],
    overrule: DeploymentDetail['overrule'],
  ): Promise<DeploymentDetail['failureLink']> {
    const [cause = { method: 'person' } as FailureCause] = causes;
    const { method, deployment, incident } = cause;
    const firstRuns =
      method === 'rollback' && deployment
        ? {
            own: await this.#deployments.firstRun(row, row.version),
            other: await this.#deployments.firstRun(row, deployment.version),
          }
        : undefined;
    const change = deployment && (await this.#change(row, cause));
    return {
      method,
      confidence: CONFIDENCE[method],
      cause: {
        ...(incident && {
          incident: {
            ...incident,
            openedAt: toInstant(incident.openedAt),
            resolvedAt:
              incident.resolvedAt === null
                ? null
                : toInstant(incident.resolvedAt),
          },
        }),
        ...(deployment && {
          deployment: {
            id: deployment.id,
            version: deployment.version,
            finishedAt: toInstant(deployment.finishedAt),
          },
        }),
        ...(change && { change }),
      },
      reason: explainMethod({
        cause,
        version: row.version,
        finishedAt: Number(row.finished_at),
        firstRuns,
        timeZone: this.#timeZone,
      }),
      ...(overrule && { overruledBy: overrule }),
    };
  }
}

function isReverted(
  one: { repository: string; sha: string; number: number | null },
  by: { repository: string; reverts: string },
): boolean {
  const { shas, numbers } = JSON.parse(by.reverts);
  return (
    one.repository === by.repository &&
    (shas.includes(one.sha) ||
      (one.number !== null && numbers.includes(one.number)))
  );
}

function toNamed(row: DeploymentRow): NamedDeployment {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    finishedAt: Number(row.finished_at),
  };
}

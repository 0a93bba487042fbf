import type {
  DeploymentDetail,
  FailureMethod,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import { ShippedChangeStore } from '../changes/ShippedChangeStore';
import type { CompareLinks } from './CompareLinks';
import type {
  DeploymentContext,
  FailureCause,
  NamedDeployment,
  NamedIncident,
} from './DeploymentContext';
import { toDeployment, type DeploymentRow } from './DeploymentRow';
import type { DeploymentStore } from './DeploymentStore';
import { explainDeployment } from './explainDeployment';
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

/** Reads one deployment with what it shipped, why it counts, and what it is made from. */
export class DetailReader {
  readonly #knex: Knex;
  readonly #deployments: DeploymentStore;
  readonly #changes: ShippedChangeStore;
  readonly #compare: CompareLinks;
  readonly #timeZone: string;

  constructor(options: {
    knex: Knex;
    deployments: DeploymentStore;
    changes: ShippedChangeStore;
    compare: CompareLinks;
    timeZone: string;
  }) {
    this.#knex = options.knex;
    this.#deployments = options.deployments;
    this.#changes = options.changes;
    this.#compare = options.compare;
    this.#timeZone = options.timeZone;
  }

  async read(row: DeploymentRow): Promise<DeploymentDetail> {
    const [shipped, causes, recoveredBy, evidence, predecessor, successor] =
      await Promise.all([
        this.#changes.ofDeployment(row.id),
        this.#causes(row),
        this.#recoveredBy(row),
        this.#evidence(row.id),
        row.predecessor_id === null
          ? []
          : this.#deployments.byIds([row.predecessor_id]),
        this.#deployments.successor(row),
      ]);
    const [previous] = predecessor;
    const overrule = await this.#overrule(evidence.map(({ seq }) => seq));
    const compareUrl = await this.#compare.url(row, previous);
    return {
      ...toDeployment(row),
      shipped,
      failureLink: row.failed
        ? await this.#failureLink(row, causes, overrule)
        : null,
      overrule,
      previous: previous ? toNeighbour(previous) : null,
      next: successor ? toNeighbour(successor) : null,
      evidence: evidence.map(({ seq: _, ...item }) => item),
      ...explainDeployment(toContext(row, causes, recoveredBy)),
      ...(compareUrl && { compareUrl }),
    };
  }

  async #causes(row: DeploymentRow): Promise<FailureCause[]> {
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

  async #recoveredBy(
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

  async #failureLink(
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

  async #overrule(seqs: number[]): Promise<DeploymentDetail['overrule']> {
    const row = await this.#knex('dora_overrules')
      .whereIn('event_seq', seqs)
      .orderBy('id', 'desc')
      .first();
    return row
      ? {
          by: row.by_ref,
          at: toInstant(Number(row.at)),
          failed: Boolean(row.failed),
          reason: row.reason,
        }
      : null;
  }

  async #evidence(id: string) {
    const rows = await this.#knex('dora_events')
      .where({ deployment_id: id, superseded: false })
      .orderBy(['at', 'seq'])
      .select('seq', 'source_type', 'type', 'external_id', 'at', 'payload');
    return rows.map(row => {
      const { evidence, url } = JSON.parse(row.payload);
      return {
        seq: Number(row.seq),
        source: row.source_type as string,
        type: row.type as string,
        event: (evidence ?? row.external_id) as string,
        at: toInstant(Number(row.at)),
        ...(url !== undefined && { url: url as string }),
      };
    });
  }
}

function toContext(
  row: DeploymentRow,
  causes: FailureCause[],
  recoveredBy: DeploymentContext['recoveredBy'],
): DeploymentContext {
  return {
    environment: row.environment,
    production: Boolean(row.production),
    version: row.version,
    previousVersion: row.previous_version,
    finishedAt: Number(row.finished_at),
    outcome: row.outcome,
    kind: row.kind,
    counted: Boolean(row.counted),
    flags: JSON.parse(row.flags),
    changes: row.changes,
    failed: Boolean(row.failed),
    recoveredAt: row.recovered_at === null ? null : Number(row.recovered_at),
    recoveredBy,
    reworkReason: row.rework_reason,
    causes,
  };
}

function toNamed(row: DeploymentRow): NamedDeployment {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    finishedAt: Number(row.finished_at),
  };
}

function toNeighbour({ id, version, kind }: DeploymentRow) {
  return { id, version, kind };
}

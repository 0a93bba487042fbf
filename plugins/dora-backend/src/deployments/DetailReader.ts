import type { DeploymentDetail } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import type { ShippedChangeStore } from '../changes/ShippedChangeStore';
import { toInstant } from '../database/instants';
import type { CompareLinks } from './CompareLinks';
import type { DeploymentContext, FailureCause } from './DeploymentContext';
import { toDeployment, type DeploymentRow } from './DeploymentRow';
import type { DeploymentStore } from './DeploymentStore';
import { explainDeployment } from './explainDeployment';
import type { FailureReader } from './FailureReader';

/** Reads one deployment with what it shipped, why it counts, and what it is made from. */
export class DetailReader {
  readonly #knex: Knex;
  readonly #deployments: DeploymentStore;
  readonly #changes: ShippedChangeStore;
  readonly #compare: CompareLinks;
  readonly #failures: FailureReader;

  constructor(options: {
    knex: Knex;
    deployments: DeploymentStore;
    changes: ShippedChangeStore;
    compare: CompareLinks;
    failures: FailureReader;
  }) {
    this.#knex = options.knex;
    this.#deployments = options.deployments;
    this.#changes = options.changes;
    this.#compare = options.compare;
    this.#failures = options.failures;
  }

  async read(row: DeploymentRow): Promise<DeploymentDetail> {
    const [shipped, causes, recoveredBy, evidence, predecessor, successor] =
      await Promise.all([
        this.#changes.ofDeployment(row.id),
        this.#failures.causes(row),
        this.#failures.recoveredBy(row),
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
        ? await this.#failures.link(row, causes, overrule)
        : null,
      overrule,
      previous: previous ? toNeighbour(previous) : null,
      next: successor ? toNeighbour(successor) : null,
      evidence: evidence.map(({ seq: _, ...item }) => item),
      ...explainDeployment(toContext(row, causes, recoveredBy)),
      ...(compareUrl && { compareUrl }),
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

function toNeighbour({ id, version, kind }: DeploymentRow) {
  return { id, version, kind };
}

import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { toMs } from '../../database/instants';
import { lookUp } from '../../database/lookUp';
import type { Observation } from '../rollouts/mergeObservations';

/** An observation with the rollout that it was found to be evidence of. */
export interface StoredObservation extends Observation {
  rolloutId: string | null;
}

/** What the log says about rollouts. */
export class ObservationReader {
  /** Rollouts that sources reported of each service from an instant on, as their newest revisions say. */
  async since(
    db: Knex,
    from: Map<string, number>,
  ): Promise<StoredObservation[]> {
    const rows = await lookUp(db, {
      columns: { entity_ref: 'text', since: 'bigint' },
      values: [...from],
      table: 'dora_events as e',
      select: [
        'e.seq',
        'e.source',
        'e.source_type',
        'e.external_id',
        'e.entity_ref',
        'e.deployment_id',
        'e.payload',
      ],
      where: events =>
        events
          .whereRaw('e.entity_ref = wanted.entity_ref')
          .whereRaw('e.at >= wanted.since')
          // As all deployments have; by their type, a search would find those of all services.
          .whereNotNull('e.deployment_id')
          .where('e.superseded', false),
    });
    return rows.flatMap(row => {
      const event: DeploymentEvent = JSON.parse(row.payload);
      return event.retracted
        ? []
        : [
            {
              seq: Number(row.seq),
              source: row.source,
              sourceType: row.source_type,
              externalId: row.external_id,
              entityRef: row.entity_ref,
              environment: event.environment,
              version: event.version,
              sha: event.sha ?? null,
              startedAt: event.startedAt ? toMs(event.startedAt) : null,
              finishedAt: toMs(event.finishedAt),
              sequence: event.sequence ?? 0,
              outcome: event.outcome,
              assumed: event.assumed ?? false,
              stated: event.kind ?? null,
              demo: event.demo ?? false,
              rolloutId: row.deployment_id,
            },
          ];
    });
  }

  /** Rollouts that events with the given ids are evidence of. */
  async rolloutsOf(
    db: Knex,
    named: { entityRef: string; externalId: string }[],
  ): Promise<Map<string, string>> {
    const rows = await lookUp(db, {
      columns: { entity_ref: 'text', external_id: 'text' },
      values: named.map(({ entityRef, externalId }) => [entityRef, externalId]),
      table: 'dora_events as e',
      select: ['e.external_id', 'e.deployment_id'],
      where: events =>
        events
          .whereRaw('e.entity_ref = wanted.entity_ref')
          .whereRaw('e.external_id = wanted.external_id')
          .whereNotNull('e.deployment_id'),
    });
    return new Map(rows.map(row => [row.external_id, row.deployment_id]));
  }

  /** Notes which rollouts events are evidence of. */
  async assign(
    tx: Knex.Transaction,
    assignments: { seq: number; rolloutId: string }[],
  ): Promise<void> {
    const byRollout = new Map<string, number[]>();
    for (const { seq, rolloutId } of assignments) {
      byRollout.set(rolloutId, [...(byRollout.get(rolloutId) ?? []), seq]);
    }
    for (const [rolloutId, seqs] of byRollout) {
      await tx('dora_events')
        .whereIn('seq', seqs)
        .update({ deployment_id: rolloutId });
    }
  }
}

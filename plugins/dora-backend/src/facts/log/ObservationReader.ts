import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { toMs } from '../../database/instants';
import { valuesTable } from '../../database/valuesTable';
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
    const observations: StoredObservation[] = [];
    for (const batch of inBatches([...from])) {
      const since = valuesTable(
        db,
        'since',
        { entity_ref: 'text', at: 'bigint' },
        batch,
      );
      const rows = await db
        .with('since', since)
        .select('e.*')
        .from('since')
        .join('dora_events as e', join =>
          join
            .on('e.entity_ref', 'since.entity_ref')
            .andOn('e.at', '>=', 'since.at'),
        )
        .where('e.type', 'deployment')
        .where('e.superseded', false);
      for (const row of rows) {
        const event: DeploymentEvent = JSON.parse(row.payload);
        if (!event.retracted) {
          observations.push({
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
          });
        }
      }
    }
    return observations;
  }

  /** Rollouts that events with the given ids are evidence of. */
  async rolloutsOf(
    db: Knex,
    named: { entityRef: string; externalId: string }[],
  ): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const batch of inBatches(named)) {
      const wanted = valuesTable(
        db,
        'named',
        { entity_ref: 'text', external_id: 'text' },
        batch.map(({ entityRef, externalId }) => [entityRef, externalId]),
      );
      const rows = await db
        .with('named', wanted)
        .select('e.external_id', 'e.deployment_id')
        .from('named')
        .join('dora_events as e', join =>
          join
            .on('e.entity_ref', 'named.entity_ref')
            .andOn('e.external_id', 'named.external_id'),
        )
        .where('e.type', 'deployment')
        .whereNotNull('e.deployment_id');
      rows.forEach(row => found.set(row.external_id, row.deployment_id));
    }
    return found;
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

import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { joinedWith } from '../../database/joinedWith';
import type { FailureLink } from './FailureLink';

/** What a person said about a rollout. */
export interface Overrule {
  id: number;
  rolloutId: string;
  failed: boolean;
  causeIncident: string | null;
  causeDeployment: string | null;
}

/** Why rollouts count as failed. Every method takes the transaction it works in. */
export class FailureLinkStore {
  async ofRollouts(db: Knex, ids: string[]): Promise<FailureLink[]> {
    return this.#read(db, 'deployment_id', ids);
  }

  async ofCauses(db: Knex, ids: string[]): Promise<FailureLink[]> {
    return this.#read(db, 'cause_id', ids);
  }

  /** The newest word about each rollout of the services. */
  async overrules(db: Knex, entityRefs: string[]): Promise<Overrule[]> {
    const newest = new Map<string, Overrule>();
    for (const batch of inBatches(entityRefs)) {
      const rows = await db('dora_overrules as o')
        .join('dora_events as e', 'e.seq', 'o.event_seq')
        .whereIn('o.entity_ref', batch)
        .whereNotNull('e.deployment_id')
        .orderBy('o.id')
        .select('o.*', 'e.deployment_id');
      rows.forEach(row =>
        newest.set(row.deployment_id, {
          id: row.id,
          rolloutId: row.deployment_id,
          failed: Boolean(row.failed),
          causeIncident: row.cause_incident,
          causeDeployment: row.cause_deployment,
        }),
      );
    }
    return [...newest.values()];
  }

  async replace(
    tx: Knex.Transaction,
    rolloutIds: string[],
    links: FailureLink[],
  ): Promise<void> {
    for (const batch of inBatches(rolloutIds)) {
      await tx('dora_failure_links').whereIn('deployment_id', batch).delete();
    }
    for (const batch of inBatches(links)) {
      await tx('dora_failure_links').insert(
        batch.map(link => ({
          deployment_id: link.deploymentId,
          method: link.method,
          cause_type: link.causeType,
          cause_id: link.causeId,
        })),
      );
    }
  }

  async #read(
    db: Knex,
    column: 'deployment_id' | 'cause_id',
    ids: string[],
  ): Promise<FailureLink[]> {
    const rows = await joinedWith(db, {
      table: 'dora_failure_links',
      on: { [column]: 'text' },
      values: ids.map(id => [id]),
    });
    return rows.map(row => ({
      deploymentId: row.deployment_id,
      method: row.method,
      causeType: row.cause_type,
      causeId: row.cause_id,
    }));
  }
}

import type {
  EntityBudget,
  Problem,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import type { Etags } from './DocumentReader';
import type { SloEntity } from './SloEntity';

/** What came of reading an entity's documents the last time. */
export interface EntityRecord {
  annotation: string;
  prometheus: string | null;
  lookedIn: string;
  reason: EntityBudget['reason'];
  problems: Problem[];
  etags: Etags;
}

/** Entities that name SLO documents, and the problems of these documents. */
export class EntityStore {
  async get(db: Knex, entityRef: string): Promise<EntityRecord | undefined> {
    const row = await db('slo_entities').where('entity_ref', entityRef).first();
    return (
      row && {
        annotation: row.annotation,
        prometheus: row.prometheus,
        lookedIn: row.looked_in,
        reason: row.reason,
        problems: JSON.parse(row.problems),
        etags: JSON.parse(row.etags),
      }
    );
  }

  async save(
    tx: Knex.Transaction,
    entity: SloEntity,
    reading: Pick<EntityRecord, 'reason' | 'problems' | 'etags'>,
    now: number,
  ): Promise<void> {
    await tx('slo_entities')
      .insert({
        entity_ref: entity.entityRef,
        owner_ref: entity.ownerRef,
        system_ref: entity.systemRef,
        annotation: entity.annotation,
        prometheus: entity.prometheus,
        looked_in: entity.lookedIn,
        demo: entity.demo,
        reason: reading.reason,
        problems: JSON.stringify(reading.problems),
        etags: JSON.stringify(reading.etags),
        checked_at: now,
      })
      .onConflict('entity_ref')
      .merge();
  }

  async list(db: Knex): Promise<string[]> {
    return db('slo_entities').pluck('entity_ref');
  }

  async remove(db: Knex, entityRef: string): Promise<void> {
    await db('slo_entities').where('entity_ref', entityRef).delete();
  }
}

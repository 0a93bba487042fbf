import type { Knex } from 'knex';
import type { Slo } from './Slo';

export interface SloRow {
  id: string;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  demo: boolean | number | null;
  name: string;
  definition: string;
  fingerprint: string;
  generation: number;
  source_type: string;
  source_name: string | null;
  document: string;
  latched: string;
  notified_at: number | string | null;
}

/** SLOs in force. Retired ones keep their rows, but are not found. */
export class SloStore {
  async find(
    db: Knex,
    filter: {
      id?: string;
      entityRef?: string;
      /** Any but pushed ones. */
      collected?: boolean;
      /** Also those that are not in force any more. */
      retired?: boolean;
    } = {},
  ): Promise<Slo[]> {
    const query = db<SloRow>('slos')
      .leftJoin('slo_entities', 'slo_entities.entity_ref', 'slos.entity_ref')
      .orderBy(['slos.entity_ref', 'slos.name'])
      .select(
        'slos.*',
        'slo_entities.owner_ref',
        'slo_entities.system_ref',
        'slo_entities.demo',
      );
    if (!filter.retired) {
      query.whereNull('slos.retired_at');
    }
    if (filter.id !== undefined) {
      query.where('slos.id', filter.id);
    }
    if (filter.entityRef !== undefined) {
      query.where('slos.entity_ref', filter.entityRef);
    }
    if (filter.collected) {
      query.whereNot('slos.source_type', 'push');
    }
    const rows: SloRow[] = await query;
    return rows.map(sloFromRow);
  }

  async get(
    db: Knex,
    id: string,
    options: { retired?: boolean } = {},
  ): Promise<Slo | undefined> {
    const [slo] = await this.find(db, { id, ...options });
    return slo;
  }

  /**
   * Inserts or overwrites the definition, and brings a retired SLO back. What has become of the SLO meanwhile,
   * `latched` and `notifiedAt`, is only written with a new one.
   */
  async save(tx: Knex.Transaction, slo: Slo): Promise<void> {
    await tx('slos')
      .insert({
        id: slo.id,
        entity_ref: slo.entityRef,
        name: slo.name,
        definition: JSON.stringify(slo.definition),
        fingerprint: slo.fingerprint,
        generation: slo.generation,
        source_type: slo.source.type,
        source_name: slo.source.name,
        document: JSON.stringify(slo.document),
        latched: JSON.stringify(slo.latched),
        notified_at: slo.notifiedAt,
        retired_at: null,
      })
      .onConflict('id')
      .merge([
        'definition',
        'fingerprint',
        'generation',
        'source_type',
        'source_name',
        'document',
        'retired_at',
      ]);
  }

  async setLatched(
    tx: Knex.Transaction,
    id: string,
    latched: Slo['latched'],
  ): Promise<void> {
    await tx('slos')
      .where({ id })
      .update({ latched: JSON.stringify(latched) });
  }

  async setSourceName(
    tx: Knex.Transaction,
    id: string,
    name: string,
  ): Promise<void> {
    await tx('slos').where({ id }).update({ source_name: name });
  }

  /**
   * Notes that the owner was told of missing data, or that there is no reason any more.
   *
   * @returns whether it was this call that changed it, so that of two replicas one sends the notice
   */
  async setNotified(db: Knex, id: string, at: number | null): Promise<boolean> {
    const query = db('slos').where({ id });
    const changed = await (at === null
      ? query.whereNotNull('notified_at')
      : query.whereNull('notified_at')
    ).update({ notified_at: at });
    return changed > 0;
  }

  async retire(db: Knex, ids: string[], at: number): Promise<void> {
    await db('slos')
      .whereIn('id', ids)
      .whereNull('retired_at')
      .update({ retired_at: at });
  }
}

export function sloFromRow(row: SloRow): Slo {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ownerRef: row.owner_ref,
    systemRef: row.system_ref,
    demo: Boolean(row.demo),
    name: row.name,
    definition: JSON.parse(row.definition),
    fingerprint: row.fingerprint,
    generation: row.generation,
    source: { type: row.source_type, name: row.source_name },
    document: JSON.parse(row.document),
    latched: JSON.parse(row.latched),
    notifiedAt: row.notified_at === null ? null : Number(row.notified_at),
  };
}

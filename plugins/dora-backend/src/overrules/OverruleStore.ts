import type { Knex } from 'knex';

/** What a person says about a deployment, to be kept for ever. */
export interface OverruleRow {
  event_seq: number;
  entity_ref: string;
  failed: boolean;
  cause_incident: string | null;
  cause_deployment: string | null;
  reason: string;
  by_ref: string;
  at: number;
}

/** What people said about deployments. */
export class OverruleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The first event that a deployment is made from. An overrule is tied to it rather than to the deployment, whose id
   * may be another one once a late event has come.
   */
  async firstEvidence(
    tx: Knex.Transaction,
    deploymentId: string,
  ): Promise<number | undefined> {
    const row = await tx('dora_events')
      .where({ deployment_id: deploymentId, superseded: false })
      .orderBy(['at', 'seq'])
      .first('seq');
    return row && Number(row.seq);
  }

  async hasIncident(id: string): Promise<boolean> {
    return Boolean(
      await this.#knex('dora_incidents').where('id', id).first('id'),
    );
  }

  async add(tx: Knex.Transaction, row: OverruleRow): Promise<void> {
    await tx('dora_overrules').insert(row);
  }
}

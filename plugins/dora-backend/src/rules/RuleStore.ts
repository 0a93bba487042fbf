import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { FactRules } from './factRules';

/** A service that has facts which other rules led to. */
export interface OutdatedService {
  entityRef: string;
  /** Its days were marked in another time zone. */
  rezoned: boolean;
}

/** Which rules hold, and which services have facts by other ones. */
export class RuleStore {
  readonly #rules: FactRules;

  /** @param rules - of this process */
  constructor(rules: FactRules) {
    this.#rules = rules;
  }

  /**
   * Lets the rules of this process hold. One process after the other: the second one with the same rules finds them.
   *
   * @returns whether other ones held
   */
  async adopt(tx: Knex.Transaction): Promise<boolean> {
    const rules = JSON.stringify(this.#rules);
    const first = await tx('dora_rules')
      .insert({ id: 1, rules })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (first.length > 0) {
      // There were no facts before there were rules.
      return false;
    }
    const held = await tx('dora_rules').where('id', 1).forUpdate().first();
    if (held.rules === rules) {
      return false;
    }
    await tx('dora_rules').where('id', 1).update({ rules });
    const rezoned = this.#isRezoned(held.rules);
    await this.#add(
      tx,
      (
        await tx('dora_services').orderBy('entity_ref').pluck('entity_ref')
      ).map(entityRef => ({ entityRef, rezoned })),
    );
    return true;
  }

  /** Whether this process goes by other rules than those that hold. */
  async areOthers(db: Knex): Promise<boolean> {
    return (await this.#others(db)) !== undefined;
  }

  /** In the transaction that derives services, once they are locked: notes them where other rules hold. */
  async note(tx: Knex.Transaction, entityRefs: string[]): Promise<void> {
    const others = await this.#others(tx);
    if (others !== undefined) {
      const rezoned = this.#isRezoned(others);
      await this.#add(
        tx,
        [...entityRefs].sort().map(entityRef => ({ entityRef, rezoned })),
      );
    }
  }

  async outdated(db: Knex): Promise<OutdatedService[]> {
    const rows = await db('dora_outdated').orderBy('entity_ref');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      rezoned: Boolean(row.rezoned),
    }));
  }

  /** In the transaction that derives the service by the rules that hold. */
  async remove(tx: Knex.Transaction, entityRef: string): Promise<void> {
    await tx('dora_outdated').where('entity_ref', entityRef).delete();
  }

  /** Instants whose days the rollouts of a service are in. */
  async instants(tx: Knex.Transaction, entityRef: string) {
    const rows = await tx('dora_deployments')
      .where('entity_ref', entityRef)
      .select('finished_at', 'recovered_at');
    return new Set(
      rows
        .flatMap(row => [row.finished_at, row.recovered_at])
        .filter(at => at !== null)
        .map(Number),
    );
  }

  async #others(db: Knex): Promise<string | undefined> {
    const held = await db('dora_rules').where('id', 1).first();
    return held && held.rules !== JSON.stringify(this.#rules)
      ? held.rules
      : undefined;
  }

  #isRezoned(held: string): boolean {
    return JSON.parse(held).timeZone !== this.#rules.timeZone;
  }

  async #add(tx: Knex.Transaction, services: OutdatedService[]): Promise<void> {
    for (const batch of inBatches(services)) {
      await tx('dora_outdated')
        .insert(
          batch.map(({ entityRef, rezoned }) => ({
            entity_ref: entityRef,
            rezoned,
          })),
        )
        .onConflict('entity_ref')
        .merge({
          rezoned: tx.raw('dora_outdated.rezoned or excluded.rezoned'),
        });
    }
  }
}

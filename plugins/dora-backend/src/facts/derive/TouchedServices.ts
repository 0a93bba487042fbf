import type { Knex } from 'knex';
import { lookUp } from '../../database/lookUp';
import type { TouchedRepositories } from '../changes/TouchedRepositories';

/** Which services something concerns, with the first instant that facts may differ from. */
export class TouchedServices {
  readonly #from = new Map<string, number>();

  /** Services with their instants. */
  get all(): Map<string, number> {
    return this.#from;
  }

  add(entityRef: string | null, at: number): void {
    if (entityRef !== null) {
      const known = this.#from.get(entityRef);
      this.#from.set(entityRef, known === undefined ? at : Math.min(known, at));
    }
  }

  /** Services of repositories, from the first rollout on that contains or names what became known. */
  async addRepositories(
    tx: Knex.Transaction,
    touched: TouchedRepositories,
  ): Promise<void> {
    const named = (pairs: { repository: string; name: string }[]) =>
      pairs.map(({ repository, name }) => [repository, name]);
    await this.#addFirst(
      tx,
      named(touched.versions),
      'text',
      'd.version = wanted.name',
    );
    await this.#addFirst(
      tx,
      named(touched.shas),
      'text',
      'd.sha = wanted.name',
    );
    await this.#addFirst(
      tx,
      [...touched.lowestPositions],
      'bigint',
      'd.high_water >= wanted.name',
    );
  }

  async #addFirst(
    tx: Knex.Transaction,
    pairs: (string | number)[][],
    type: 'text' | 'bigint',
    /** Which deployments (`d`) belong to a pair. */
    match: string,
  ) {
    const rows = await lookUp(tx, {
      columns: { repository: 'text', name: type },
      values: pairs,
      table: 'dora_services as s',
      select: 'd.entity_ref',
      where: services =>
        services
          .join('dora_lanes as l', 'l.entity_ref', 's.entity_ref')
          .join('dora_deployments as d', join =>
            join
              .on('d.entity_ref', 'l.entity_ref')
              .andOn('d.environment', 'l.environment'),
          )
          .whereRaw('s.repository = wanted.repository')
          .whereRaw(match)
          .groupBy('d.entity_ref')
          .min('d.finished_at as first'),
    });
    rows.forEach(row => this.add(row.entity_ref, Number(row.first)));
  }
}

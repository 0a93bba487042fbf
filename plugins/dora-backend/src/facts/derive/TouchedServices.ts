import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import type { TouchedRepository } from '../changes/ChangeFacts';

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
    touched: TouchedRepository[],
  ): Promise<void> {
    for (const { repository, lowestPosition, shas, versions } of touched) {
      const refs: string[] = await tx('dora_services')
        .where('repository', repository)
        .pluck('entity_ref');
      if (refs.length === 0) {
        continue;
      }
      const note = async (query: Knex.QueryBuilder) => {
        const rows = await query
          .whereIn('entity_ref', refs)
          .groupBy('entity_ref')
          .select('entity_ref')
          .min('finished_at as first');
        rows.forEach((row: { entity_ref: string; first: number | string }) =>
          this.add(row.entity_ref, Number(row.first)),
        );
      };
      if (lowestPosition !== null) {
        await note(
          tx('dora_deployments').where('high_water', '>=', lowestPosition),
        );
      }
      for (const batch of inBatches([...shas])) {
        await note(tx('dora_deployments').whereIn('sha', batch));
      }
      for (const batch of inBatches([...versions])) {
        await note(tx('dora_deployments').whereIn('version', batch));
      }
    }
  }
}

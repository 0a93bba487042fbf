import {
  quantile,
  sumSeconds,
  type Bottleneck,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { withinScope, type Scope } from '../scope/Scope';
import type { Span } from './LocalCalendar';

/** How many deployments a bottleneck names. */
const WORST = 5;

/** Finds the deployments that waited longest in a stage. */
export class BottleneckReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @param totalSeconds - the stage's sum over the window
   * @returns the most expensive one first
   */
  async worst(options: {
    scope: Scope;
    window: Span;
    stage: StageName;
    totalSeconds: number;
  }): Promise<Bottleneck['deployments']> {
    const { scope, window, stage, totalSeconds } = options;
    const rows = await withinScope(
      this.#knex('dora_shipped')
        .where('finished_at', '>=', window.from)
        .where('finished_at', '<', window.to)
        .whereNotNull(stage),
      scope,
      'dora_shipped',
    )
      .groupBy('deployment_id')
      .orderByRaw('sum(??) desc, deployment_id', [stage])
      .limit(WORST)
      .select('deployment_id');
    const ids: string[] = rows.map(row => row.deployment_id);
    const [deployments, shipped] = await Promise.all([
      this.#knex('dora_deployments')
        .whereIn('id', ids)
        .select('id', 'entity_ref', 'version', 'changes'),
      this.#knex('dora_shipped')
        .whereIn('deployment_id', ids)
        .whereNotNull(stage)
        .orderBy(stage)
        .select('deployment_id', `${stage} as seconds`),
    ]);
    return ids.flatMap(id => {
      const deployment = deployments.find(row => row.id === id);
      const seconds = shipped
        .filter(row => row.deployment_id === id)
        .map(row => row.seconds as number);
      return deployment && seconds.length > 0
        ? [
            {
              id,
              entityRef: deployment.entity_ref,
              version: deployment.version,
              changes: deployment.changes,
              medianSeconds: quantile(seconds, 0.5)!,
              share: totalSeconds > 0 ? sumSeconds(seconds) / totalSeconds : 0,
            },
          ]
        : [];
    });
  }
}

import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { lookUp } from '../../database/lookUp';
import { laneKey } from './laneKey';
import type { Rollout } from './Rollout';
import { RolloutRow, rolloutFromRow } from './rolloutRow';
import { LaneState, ranKey } from './walkRollouts';

/** What ran where before an instant. Every method takes the transaction it works in. */
export class LaneReader {
  /** The newest rollout before an instant in each of the lanes that can be blamed. */
  async lastBlamable(
    db: Knex,
    lanes: { entityRef: string; environment: string; before: number }[],
  ): Promise<Rollout[]> {
    const rows = await this.#seek(db, lanes, query =>
      query.where('x.counted', true).whereNot('x.kind', 'rollback'),
    );
    return rows.map(rolloutFromRow);
  }

  /** State of each lane of the services just before an instant. */
  async laneStates(
    db: Knex,
    before: Map<string, number>,
  ): Promise<
    {
      entityRef: string;
      environment: string;
      production: boolean;
      state: LaneState;
    }[]
  > {
    const lanes: {
      entityRef: string;
      environment: string;
      production: boolean;
    }[] = [];
    for (const batch of inBatches([...before.keys()])) {
      const rows = await db('dora_lanes').whereIn('entity_ref', batch);
      lanes.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          environment: row.environment,
          production: Boolean(row.production),
        })),
      );
    }
    const found = await this.#seek(
      db,
      lanes.map(lane => ({ ...lane, before: before.get(lane.entityRef)! })),
      query => query.where('x.outcome', 'success').whereNot('x.kind', 'config'),
    );
    const byLane = new Map(
      found.map(row => [laneKey(row.entity_ref, row.environment), row]),
    );
    return lanes.map(lane => {
      const row = byLane.get(laneKey(lane.entityRef, lane.environment));
      const rollout = row && rolloutFromRow(row);
      return {
        ...lane,
        state: {
          running:
            rollout && rollout.kind !== 'removal'
              ? { id: rollout.id, version: rollout.version, sha: rollout.sha }
              : null,
          highWater: rollout?.highWater ?? null,
        },
      };
    });
  }

  /** When versions first ran in environments, before an instant: by service, then by `ranKey`. */
  async firstRan(
    db: Knex,
    wanted: {
      entityRef: string;
      environment: string;
      version: string;
      before: number;
    }[],
  ): Promise<Map<string, Map<string, number>>> {
    const rows = await lookUp(db, {
      columns: {
        entity_ref: 'text',
        environment: 'text',
        version: 'text',
        before: 'bigint',
      },
      values: wanted.map(w => [
        w.entityRef,
        w.environment,
        w.version,
        w.before,
      ]),
      table: 'dora_deployments as d',
      select: ['d.entity_ref', 'd.environment', 'd.version'],
      where: rollouts =>
        rollouts
          .whereRaw('d.entity_ref = wanted.entity_ref')
          .whereRaw('d.environment = wanted.environment')
          .whereRaw('d.version = wanted.version')
          .whereRaw('d.finished_at < wanted.before')
          .where('d.outcome', 'success')
          .whereNotIn('d.kind', ['config', 'removal'])
          .groupBy('d.entity_ref', 'd.environment', 'd.version')
          .min('d.finished_at as first'),
    });
    const found = new Map<string, Map<string, number>>();
    for (const row of rows) {
      const ran = found.get(row.entity_ref) ?? new Map();
      ran.set(ranKey(row.environment, row.version), Number(row.first));
      found.set(row.entity_ref, ran);
    }
    return found;
  }

  async #seek(
    db: Knex,
    lanes: { entityRef: string; environment: string; before: number }[],
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<RolloutRow[]> {
    return lookUp(db, {
      columns: { entity_ref: 'text', environment: 'text', before: 'bigint' },
      values: lanes.map(lane => [
        lane.entityRef,
        lane.environment,
        lane.before,
      ]),
      table: 'dora_deployments as d',
      select: 'd.*',
      where: rollouts =>
        rollouts.where(
          'd.id',
          narrow(
            db
              .from('dora_deployments as x')
              .whereRaw('x.entity_ref = wanted.entity_ref')
              .whereRaw('x.environment = wanted.environment')
              .whereRaw('x.finished_at < wanted.before'),
          )
            .orderBy('x.finished_at', 'desc')
            .orderBy('x.sequence', 'desc')
            .orderBy('x.id', 'desc')
            .limit(1)
            .select('x.id'),
        ),
    });
  }
}

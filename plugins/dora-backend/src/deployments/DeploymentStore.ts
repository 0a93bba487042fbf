import type { DeploymentKind } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { inProduction } from '../database/inProduction';
import type { Span } from '../metrics/LocalCalendar';
import type { PagePlace } from '../schemas/keyset';
import { withinScope, type Scope } from '../scope/Scope';
import type { DeploymentRow } from './DeploymentRow';

/** What runs is changed by these. */
const ROLLOUTS = ['normal', 'hotfix', 'rollback', 'promotion'];

/** Which deployments are listed. */
export interface DeploymentFilter {
  scope: Scope;
  window: Span;
  /** `production` means all of the production tier. */
  environment?: string;
  kind?: DeploymentKind;
  outcome?: 'success' | 'failure' | 'failed';
}

/** Reads deployments; imports and removals, which only date what runs, are none. */
export class DeploymentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first. */
  async list(
    options: DeploymentFilter & { after?: PagePlace; limit: number },
  ): Promise<DeploymentRow[]> {
    const { scope, window, environment, kind, outcome, after } = options;
    const query = withinScope(this.#rollouts(), scope, 'dora_deployments')
      .where('finished_at', '>=', window.from)
      .where('finished_at', '<', window.to)
      .orderBy([
        { column: 'finished_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit);
    if (environment === 'production' && scope.kind === 'all') {
      query.where('production', true);
    } else if (environment === 'production') {
      query.whereRaw(inProduction());
    } else if (environment !== undefined) {
      query.where('environment', environment);
    }
    if (kind !== undefined) {
      query.where('kind', kind);
    }
    if (outcome === 'failed') {
      query.where({ production: true, failed: true });
    } else if (outcome !== undefined) {
      query.where('outcome', outcome);
    }
    if (after) {
      // The first condition is the index's, the second one sorts out the same millisecond.
      query
        .where('finished_at', '<=', after.at)
        .where(either =>
          either
            .where('finished_at', '<', after.at)
            .orWhere('id', '<', after.id),
        );
    }
    return query;
  }

  async get(id: string): Promise<DeploymentRow | undefined> {
    return this.#rollouts().where('id', id).first();
  }

  async byIds(ids: string[]): Promise<DeploymentRow[]> {
    return ids.length === 0
      ? []
      : this.#knex<DeploymentRow>('dora_deployments').whereIn('id', ids);
  }

  /** What replaced it in its environment. */
  async successor(row: DeploymentRow): Promise<DeploymentRow | undefined> {
    return this.#lane(row)
      .where('finished_at', '>=', row.finished_at)
      .where('predecessor_id', row.id)
      .whereIn('kind', ROLLOUTS)
      .where('outcome', 'success')
      .orderBy(['finished_at', 'sequence', 'id'])
      .first();
  }

  /** When a version first ran in the environment of a deployment. */
  async firstRun(row: DeploymentRow, version: string): Promise<number | null> {
    const first = await this.#lane(row)
      .where({ version, outcome: 'success' })
      .orderBy('finished_at')
      .first('finished_at');
    return first ? Number(first.finished_at) : null;
  }

  /** How many counted rollouts a rollback undoes: those since its version last ran in its environment. */
  async undoneBy(rollback: DeploymentRow): Promise<number> {
    const before = () =>
      this.#lane(rollback)
        .where('finished_at', '<', rollback.finished_at)
        .where('outcome', 'success');
    const last = await before()
      .where('version', rollback.version)
      .whereNot('kind', 'config')
      .orderBy('finished_at', 'desc')
      .first('finished_at');
    const rows = await before()
      .where('finished_at', '>', last?.finished_at ?? 0)
      .where('counted', true)
      .whereNot('kind', 'rollback')
      .count({ n: '*' });
    return Number(rows[0].n);
  }

  #rollouts() {
    return this.#knex<DeploymentRow>('dora_deployments').whereNotIn(
      'kind',
      // Not kinds of the API.
      ['import', 'removal'] as string[] as DeploymentKind[],
    );
  }

  #lane({ entity_ref, environment }: DeploymentRow) {
    return this.#knex('dora_deployments').where({ entity_ref, environment });
  }
}

import type { Knex } from 'knex';
import { notDeployedYet } from '../changes/notDeployedYet';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';

/** Why an event, or a change, is in no number. */
export type ExclusionCode =
  | 'superseded'
  | 'unknown-service'
  | 'retracted'
  | 'merged'
  | 'unmerged-build'
  | 'not-production'
  | 'config'
  | 'redeploy'
  | 'promotion'
  | 'import'
  | 'removal'
  | 'failed-rollout'
  | 'unresolved-version'
  | 'unknown-commit'
  | 'not-deployed-yet';

/** An event of the log that did not count, with the deployment that it is evidence of. */
export interface ExcludedRow {
  seq: number;
  at: number;
  type: string;
  sourceType: string;
  subject: string;
  entityRef: string | null;
  environment: string | null;
  version: string | null;
  deploymentId: string | null;
  code: ExclusionCode;
  url?: string;
}

/** A change that no production deployment contains yet. */
export interface WaitingChange {
  id: number;
  at: number;
  entityRef: string;
  repository: string;
  sha: string;
  title: string | null;
  url: string | null;
}

/** Where a page ends, in a list that is ordered by time and number, newest first. */
interface Place {
  at: number;
  number: number;
}

interface ListOptions {
  scope: Scope;
  window: Span;
  after?: Place;
  limit: number;
}

/**
 * Of several reasons the first one holds. A rollout that several sources report counts with its first report; a
 * branch build is one in whatever environment.
 */
const CODE = `case
  when e.superseded then 'superseded'
  when e.entity_ref is null then 'unknown-service'
  when e.type = 'incident' then case when i.production = ? then 'not-production' end
  when d.id is null then 'retracted'
  when exists (select 1 from dora_events o where o.deployment_id = e.deployment_id and o.superseded = ?
    and (o.at < e.at or (o.at = e.at and o.seq < e.seq))) then 'merged'
  when d.flags like '%"unmerged-build"%' then 'unmerged-build'
  when d.production = ? then 'not-production'
  when d.kind in ('config', 'redeploy', 'promotion', 'import', 'removal') then d.kind
  when d.outcome = 'failure' then 'failed-rollout'
  when d.flags like '%"unresolved-version"%' then 'unresolved-version'
  when d.flags like '%"unknown-commit"%' then 'unknown-commit'
end`;

/** Reads what is in the log but in no number. */
export class ExcludedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async events(
    options: ListOptions & { code?: string },
  ): Promise<ExcludedRow[]> {
    const { scope, window, code, after } = options;
    const coded = this.#knex('dora_events as e')
      .leftJoin('dora_deployments as d', 'd.id', 'e.deployment_id')
      .leftJoin('dora_incidents as i', join =>
        join
          .on('e.type', this.#knex.raw('?', ['incident']))
          .on('i.source', 'e.source')
          .on('i.external_id', 'e.external_id'),
      )
      .whereIn('e.type', ['deployment', 'incident'])
      .where('e.at', '>=', window.from)
      .where('e.at', '<', window.to)
      .select('e.seq', 'e.at', 'e.type', 'e.source_type', 'e.subject')
      .select('e.entity_ref', 'e.environment', 'e.version', 'e.payload')
      .select('e.deployment_id')
      .select({ code: this.#knex.raw(CODE, [false, false, false]) });
    if (scope.kind === 'services') {
      coded.whereIn('e.entity_ref', scope.entityRefs);
    } else if (scope.kind === 'owners') {
      coded
        .leftJoin('dora_services as s', 's.entity_ref', 'e.entity_ref')
        .whereRaw(
          `coalesce(d.owner_ref, s.owner_ref) in (${scope.owners
            .map(() => '?')
            .join(', ')})`,
          scope.owners,
        );
    }
    if (after) {
      coded
        .where('e.at', '<=', after.at)
        .where(either =>
          either
            .where('e.at', '<', after.at)
            .orWhere('e.seq', '<', after.number),
        );
    }
    const query = this.#knex
      .from(coded.as('coded'))
      .whereNotNull('code')
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'seq', order: 'desc' },
      ])
      .limit(options.limit);
    if (code !== undefined) {
      query.where('code', code);
    }
    const rows = await query;
    return rows.map(row => ({
      seq: Number(row.seq),
      at: Number(row.at),
      type: row.type,
      sourceType: row.source_type,
      subject: withoutKind(row.subject ?? ''),
      entityRef: row.entity_ref,
      environment: row.environment,
      version: row.version,
      deploymentId: row.deployment_id,
      code: row.code,
      url: JSON.parse(row.payload).url,
    }));
  }

  /** The first report of each deployment. */
  async firstReports(
    deploymentIds: string[],
  ): Promise<Map<string, { sourceType: string; at: number }>> {
    const rows = await this.#knex('dora_events')
      .whereIn('deployment_id', deploymentIds)
      .where('superseded', false)
      .orderBy(['at', 'seq'])
      .select('deployment_id', 'source_type', 'at');
    const first = new Map<string, { sourceType: string; at: number }>();
    for (const row of rows) {
      if (!first.has(row.deployment_id)) {
        const { source_type: sourceType, at } = row;
        first.set(row.deployment_id, { sourceType, at: Number(at) });
      }
    }
    return first;
  }

  async waitingChanges(options: ListOptions): Promise<WaitingChange[]> {
    const { scope, window, after } = options;
    const query = notDeployedYet(this.#knex, scope, window)
      .orderBy([
        { column: 'c.merged_at', order: 'desc' },
        { column: 'c.id', order: 'desc' },
      ])
      .limit(options.limit)
      .select(
        'c.id',
        'c.merged_at',
        'c.repository',
        'c.sha',
        'c.title',
        'c.url',
      )
      .select('s.entity_ref');
    if (after) {
      query
        .where('c.merged_at', '<=', after.at)
        .where(either =>
          either
            .where('c.merged_at', '<', after.at)
            .orWhere('c.id', '<', after.number),
        );
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      id: row.id,
      at: Number(row.merged_at),
      entityRef: row.entity_ref,
      repository: row.repository,
      sha: row.sha,
      title: row.title,
      url: row.url,
    }));
  }
}

/** The subject of `by:value`. */
function withoutKind(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}

import type {
  DataState,
  PolicyEffect,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import type { StoredStatus, TileState } from './StoredStatus';

/** One row of the list, before the page is cut. */
export interface StatusSummary {
  id: string;
  entityRef: string;
  name: string;
  remaining: number | null;
  state: DataState;
  effect: PolicyEffect | null;
  firing: boolean;
}

export interface StatusRow {
  slo_id: string;
  remaining: number | null;
  state: TileState;
  stale_after: number | string | null;
  effect: PolicyEffect | null;
  firing: boolean | number;
  status: string;
}

/** The computed state of each SLO, so that reading one needs no sums. */
export class StatusStore {
  async save(
    tx: Knex.Transaction,
    sloId: string,
    options: {
      status: StoredStatus;
      state: TileState;
      remaining: number | null;
      staleAfter: number | null;
      effect: PolicyEffect | null;
    },
  ): Promise<void> {
    const { status, state, remaining, staleAfter, effect } = options;
    await tx('slo_statuses')
      .insert({
        slo_id: sloId,
        remaining,
        state,
        stale_after: staleAfter,
        effect,
        firing: status.alerts.some(alert => alert.firing),
        status: JSON.stringify(status),
      })
      .onConflict('slo_id')
      .merge();
  }

  async get(
    db: Knex,
    sloIds: string[],
  ): Promise<Map<string, { state: TileState; status: StoredStatus }>> {
    const rows = await db<StatusRow>('slo_statuses')
      .whereIn('slo_id', sloIds)
      .select('slo_id', 'state', 'status');
    return new Map(
      rows.map(row => [
        row.slo_id,
        { state: row.state, status: JSON.parse(row.status) },
      ]),
    );
  }

  /** All SLOs in force that match, worst first: least budget left, those without a number last. */
  async summaries(
    db: Knex,
    filter: {
      entityRef?: string;
      owner?: string;
      system?: string;
      state?: DataState;
      now: number;
    },
  ): Promise<StatusSummary[]> {
    const query = db('slos')
      .join('slo_statuses', 'slo_statuses.slo_id', 'slos.id')
      .leftJoin('slo_entities', 'slo_entities.entity_ref', 'slos.entity_ref')
      .whereNull('slos.retired_at')
      .select(
        'slos.id',
        'slos.entity_ref',
        'slos.name',
        'slo_statuses.remaining',
        'slo_statuses.state',
        'slo_statuses.stale_after',
        'slo_statuses.effect',
        'slo_statuses.firing',
      );
    if (filter.entityRef !== undefined) {
      query.where('slos.entity_ref', filter.entityRef);
    }
    if (filter.owner !== undefined) {
      query.where('slo_entities.owner_ref', filter.owner);
    }
    if (filter.system !== undefined) {
      query.where('slo_entities.system_ref', filter.system);
    }
    const rows: (StatusRow & {
      id: string;
      entity_ref: string;
      name: string;
    })[] = await query;
    return rows
      .map(row => ({
        id: row.id,
        entityRef: row.entity_ref,
        name: row.name,
        remaining: row.remaining,
        state: dataState(row.state, row.stale_after, filter.now),
        effect: row.effect,
        firing: Boolean(row.firing),
      }))
      .filter(row => filter.state === undefined || row.state === filter.state)
      .sort(worstFirst);
  }
}

/** The state that is shown, of what the tiles say and what the clock says. */
export function dataState(
  state: TileState,
  staleAfter: number | string | null,
  now: number,
): DataState {
  if (state === 'empty' || state === 'backfilling') {
    return state;
  }
  return staleAfter !== null && now > Number(staleAfter) ? 'stale' : state;
}

/** A total order, so that pages neither repeat nor miss an SLO. */
function worstFirst(a: StatusSummary, b: StatusSummary): number {
  return (
    compareRemaining(a.remaining, b.remaining) ||
    a.entityRef.localeCompare(b.entityRef) ||
    a.name.localeCompare(b.name)
  );
}

function compareRemaining(a: number | null, b: number | null): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a - b;
}

import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import type { ActiveHatch } from './ActiveHatch';

const DAY = 86_400_000;

const COLUMNS = [
  'id',
  'number',
  'entity_ref',
  'entity_uid',
  'content',
  'active_from',
  'expires_at',
  'last_used_at',
];

/** Reads what is active at an instant: approved, begun, not over, and not suspended. */
export class ActiveHatchStore {
  readonly #knex: Knex;
  readonly #settings: EscapeHatchSettings;

  constructor(options: { knex: Knex; settings: EscapeHatchSettings }) {
    this.#knex = options.knex;
    this.#settings = options.settings;
  }

  /**
   * By id, so that what is made of it has one order.
   *
   * @param options - `now` in ms; `entityRef` narrows to one entity
   */
  async read(options: {
    now: number;
    entityRef?: string;
  }): Promise<ActiveHatch[]> {
    const { now, entityRef } = options;
    const query = this.#approved()
      .where('active_from', '<=', now)
      .where('expires_at', '>', now)
      .where(unsuspended =>
        unsuspended
          .whereNull('owner_changed_at')
          .orWhere('owner_changed_at', '>', now - this.#confirmTime()),
      )
      .select(COLUMNS)
      .orderBy('id');
    if (entityRef !== undefined) {
      query.where('entity_ref', entityRef);
    }
    const rows: ActiveRow[] = await query;
    return rows.map(row => this.#toHatch(row));
  }

  /** The next instant after `now` at which time alone changes the active set; `Infinity` without one. */
  async nextChange(now: number): Promise<number> {
    const confirm = this.#confirmTime();
    const instants = await Promise.all([
      this.#next('active_from', now),
      this.#next('expires_at', now),
      this.#next('owner_changed_at', now - confirm).then(at => at + confirm),
    ]);
    return Math.min(...instants);
  }

  async #next(column: string, after: number): Promise<number> {
    const [{ at }] = await this.#approved()
      .where(column, '>', after)
      .min({ at: column });
    return at === null ? Infinity : Number(at);
  }

  #approved(): Knex.QueryBuilder {
    return this.#knex('escape_hatch_requests').where('status', 'approved');
  }

  /** ms */
  #confirmTime(): number {
    return this.#settings.confirmDays * DAY;
  }

  #toHatch(row: ActiveRow): ActiveHatch {
    const content: RequestContent = JSON.parse(row.content);
    const rules = content.rules.map(
      id => resolveRule(this.#settings, id)?.id ?? id,
    );
    return {
      id: row.id,
      number: row.number,
      entityRef: row.entity_ref,
      entityUid: row.entity_uid,
      rules: [...new Set(rules)].sort(),
      target: content.target ?? {},
      activeFrom: Number(row.active_from),
      expiresAt: Number(row.expires_at),
      lastUsedAt: row.last_used_at === null ? null : Number(row.last_used_at),
    };
  }
}

/** Numbers come as text from PostgreSQL. */
interface ActiveRow {
  id: string;
  number: number;
  entity_ref: string;
  entity_uid: string;
  content: string;
  active_from: number | string;
  expires_at: number | string;
  last_used_at: number | string | null;
}

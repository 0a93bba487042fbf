import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { inBatches } from '../database/inBatches';
import { periodKey } from '../snapshots/freezePeriods';
import type { Frozen } from '../snapshots/FrozenReader';
import type { ActionRow, ReviewRow } from './ReviewRow';

/** Months that wait for their review, at most. */
const READY = 12;

/** An action as it is decided. */
export type NewAction = Pick<ActionRow, 'title' | 'owner_ref' | 'due_date'>;

/** Changes of an action. */
export type ActionPatch = Partial<
  Omit<ActionRow, 'id' | 'review_id' | 'place'>
>;

/** An action that is due, with the scope it was decided for. */
export type DueAction = ActionRow & { scope: string };

/** Months of scopes as they were frozen, and what was decided about them. */
export class ReviewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Which of the months scopes have, by `periodKey`. */
  async kept(months: string[]): Promise<Set<string>> {
    const rows = await this.#reviews()
      .whereIn('month', months)
      .select('scope', 'month');
    return new Set(rows.map(({ scope, month }) => periodKey(scope, month)));
  }

  /** Keeps the numbers of a month, unless they were kept before; returns whether they were not. */
  async freeze(options: {
    scope: string;
    month: string;
    frozen: Frozen;
    now: number;
  }): Promise<boolean> {
    const { scope, month, frozen, now } = options;
    const added = await this.#reviews()
      .insert({
        id: randomUUID(),
        scope,
        month,
        frozen_at: now,
        reviewed_at: null,
        reviewed_by: null,
        metrics: JSON.stringify(frozen.metrics),
        bottleneck: frozen.bottleneck && JSON.stringify(frozen.bottleneck),
        notes: '',
        demo: frozen.demo,
      })
      .onConflict(['scope', 'month'])
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  /** A month, whether it was reviewed or is only frozen. */
  async ofMonth(scope: string, month: string): Promise<ReviewRow | undefined> {
    return this.#reviews().where({ scope, month }).first();
  }

  /** A review that was written. */
  async get(id: string): Promise<ReviewRow | undefined> {
    return this.#reviews().where('id', id).whereNotNull('reviewed_at').first();
  }

  /** Reviews that were written, newest month first. */
  async list(options: {
    scope: string;
    /** The last month of the page before. */
    after?: string;
    limit: number;
  }): Promise<ReviewRow[]> {
    const { scope, after, limit } = options;
    const query = this.#reviews()
      .where('scope', scope)
      .whereNotNull('reviewed_at')
      .orderBy('month', 'desc')
      .limit(limit);
    return after === undefined ? query : query.where('month', '<', after);
  }

  /** Frozen months without a review, newest first. */
  async ready(scope: string): Promise<string[]> {
    return this.#reviews()
      .where('scope', scope)
      .whereNull('reviewed_at')
      .orderBy('month', 'desc')
      .limit(READY)
      .pluck('month');
  }

  async actions(reviewIds: string[]): Promise<ActionRow[]> {
    const actions: ActionRow[] = [];
    for (const batch of inBatches(reviewIds)) {
      actions.push(...(await this.#actions().whereIn('review_id', batch)));
    }
    return actions;
  }

  /**
   * Writes the review of a frozen month.
   *
   * @throws ConflictError when it was written already
   */
  async write(options: {
    row: ReviewRow;
    by: string;
    now: number;
    notes: string;
    actions: NewAction[];
  }): Promise<void> {
    const { row, by, now, notes, actions } = options;
    await this.#knex.transaction(async tx => {
      const written = await tx('dora_reviews')
        .where('id', row.id)
        .whereNull('reviewed_at')
        .update({ reviewed_at: now, reviewed_by: by, notes });
      if (written === 0) {
        throw new ConflictError(
          `The review of ${row.month} for '${row.scope}' has been written already`,
        );
      }
      await addActions(tx, row.id, actions, 0);
    });
  }

  /** All or nothing; actions that are added come last. */
  async update(options: {
    id: string;
    notes?: string;
    changed: { id: string; patch: ActionPatch }[];
    added: NewAction[];
  }): Promise<void> {
    const { id, notes, changed, added } = options;
    await this.#knex.transaction(async tx => {
      // One change of a review at a time, so that places stay distinct.
      await tx('dora_reviews').where('id', id).forUpdate().first('id');
      if (notes !== undefined) {
        await tx('dora_reviews').where('id', id).update({ notes });
      }
      for (const { id: actionId, patch } of changed) {
        await tx('dora_review_actions')
          .where({ id: actionId, review_id: id })
          .update(patch);
      }
      const last = await tx('dora_review_actions')
        .where('review_id', id)
        .max({ place: 'place' })
        .first();
      await addActions(tx, id, added, Number(last?.place ?? -1) + 1);
    });
  }

  /**
   * Open actions that are due before a day and of which nobody was reminded since an instant.
   *
   * @param day - `YYYY-MM-DD`
   */
  async overdue(options: {
    day: string;
    remindedBefore: number;
    limit: number;
  }): Promise<DueAction[]> {
    const { day, remindedBefore, limit } = options;
    return this.#knex('dora_review_actions as a')
      .join('dora_reviews as r', 'r.id', 'a.review_id')
      .where('a.state', 'open')
      .where('a.due_date', '<', day)
      .where(query =>
        query
          .whereNull('a.reminded_at')
          .orWhere('a.reminded_at', '<=', remindedBefore),
      )
      .orderBy(['a.due_date', 'a.id'])
      .limit(limit)
      .select('a.*', 'r.scope');
  }

  /** Notes that the owner is being reminded; false where another replica does so. */
  async claimReminder(action: ActionRow, now: number): Promise<boolean> {
    const claimed = await this.#actions()
      .where({ id: action.id, reminded_at: action.reminded_at })
      .update({ reminded_at: now });
    return claimed > 0;
  }

  #reviews() {
    return this.#knex<ReviewRow>('dora_reviews');
  }

  #actions() {
    return this.#knex<ActionRow>('dora_review_actions');
  }
}

async function addActions(
  tx: Knex.Transaction,
  reviewId: string,
  actions: NewAction[],
  place: number,
): Promise<void> {
  if (actions.length > 0) {
    await tx('dora_review_actions').insert(
      actions.map((action, index) => ({
        ...action,
        id: randomUUID(),
        review_id: reviewId,
        place: place + index,
        state: 'open',
      })),
    );
  }
}
